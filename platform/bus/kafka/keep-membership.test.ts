import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#platform/telemetry/log.ts';
import { keepMembership, type Membership } from './keep-membership.ts';
import { openMembersFile } from './members-file.ts';

const require = createRequire(import.meta.url);
const ConsumerGroup = require('kafkajs/src/consumer/consumerGroup.js') as new (
  options: object,
) => Membership;

/** A broker that names its members a, b, c…, and knows those that have not left. */
function createBroker() {
  const members = new Set<string>();
  const asked: string[] = [];
  let isAway = false;
  let isFailing = false;
  const coordinator = {
    async joinGroup({ memberId }: { memberId: string }) {
      asked.push(memberId);
      if (isFailing) {
        isFailing = false;
        throw new Error('not yet');
      }
      if (memberId !== '' && !members.has(memberId)) {
        throw Object.assign(new Error('unknown member'), { type: 'UNKNOWN_MEMBER_ID' });
      }
      const member = memberId || String.fromCodePoint('a'.codePointAt(0)! + members.size);
      members.add(member);
      return { memberId: member, generationId: 1, leaderId: 'somebody else', members: [] };
    },
    syncGroup: async () => ({ memberAssignment: Buffer.alloc(0) }),
    async leaveGroup({ memberId }: { memberId: string }) {
      if (isAway) throw new Error('the broker is away');
      members.delete(memberId);
    },
  };
  const cluster = {
    connect: async () => undefined,
    refreshMetadataIfNecessary: async () => undefined,
    findGroupCoordinator: async () => coordinator,
    committedOffsets: () => ({}),
  };
  return {
    cluster,
    asked,
    members,
    goAway: () => (isAway = true),
    failNextJoin: () => (isFailing = true),
  };
}

/** As a consumer does each time that it starts. */
async function start(cluster: object): Promise<Membership> {
  const silent = { namespace: () => silent, info: () => undefined, debug: () => undefined };
  const group = new ConsumerGroup({
    cluster,
    groupId: 'group',
    topics: [],
    topicConfigurations: {},
    logger: silent,
    instrumentationEmitter: { emit: () => undefined },
    assigners: [],
    retry: { initialRetryTime: 1 },
  });
  await group.connect();
  await group.joinAndSync();
  return group;
}

test('a consumer that starts again is a new member, until its membership is kept', async () => {
  // As the package comes: once this fails there is nothing left to mend.
  const before = createBroker();
  await start(before.cluster);
  await start(before.cluster);
  expect(before.asked).toEqual(['', '']);

  keepMembership();

  const after = createBroker();
  await start(after.cluster);
  await start(after.cluster);
  expect(after.asked).toEqual(['', 'a']);
});

test('the member is kept when the broker did not hear of the leaving, and only then', async () => {
  keepMembership();
  const { cluster, asked, goAway } = createBroker();

  await (await start(cluster)).leave();
  const second = await start(cluster);
  goAway();
  await expect(second.leave()).rejects.toThrow('away');
  await start(cluster);

  expect(asked).toEqual(['', '', 'a']);
});

test('a member that the broker has forgotten joins as a new one', async () => {
  keepMembership();
  const { cluster, asked, members } = createBroker();

  await start(cluster);
  members.clear();
  await start(cluster);

  expect(asked).toEqual(['', 'a', '']);
});

test('consumers of one process are members of their own', async () => {
  keepMembership();
  const [one, another] = [createBroker(), createBroker()];

  await start(one.cluster);
  await start(another.cluster);

  expect([...one.asked, ...another.asked]).toEqual(['', '']);
});

describe('with a file', () => {
  let dir: string;
  const openAs = (token: string) => {
    const life = { host: 'here', pid: 2 ** 30, token };
    return openMembersFile({ path: join(dir, 'members.json'), log: silentLog, life });
  };

  beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'plaza-members-'))));
  afterEach(() => rm(dir, { recursive: true }));

  test('a process that is started in place of one that was killed is the member that it was', async () => {
    const { cluster, asked } = createBroker();

    keepMembership(openAs('killed'));
    await start(connectionTo(cluster));
    keepMembership(openAs('heir'));
    const heir = await start(connectionTo(cluster));
    await heir.leave();
    keepMembership(openAs('after one that was stopped in order'));
    await start(connectionTo(cluster));

    expect(asked).toEqual(['', 'a', '']);
  });

  test('it is when its first try to join fails, too', async () => {
    const { cluster, asked, failNextJoin } = createBroker();

    keepMembership(openAs('killed'));
    await start(connectionTo(cluster));
    keepMembership(openAs('heir'));
    failNextJoin();
    const connection = connectionTo(cluster);
    await expect(start(connection)).rejects.toThrow('not yet');
    await start(connection);

    expect(asked).toEqual(['', 'a', 'a']);
  });
});

/** A consumer has a connection of its own: what it knows of itself goes with it. */
const connectionTo = (cluster: object): object => ({ ...cluster });

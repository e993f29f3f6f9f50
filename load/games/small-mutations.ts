import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openLaboratory, type Laboratory } from '../laboratory.ts';
import { openLoop } from '../live/open-loop.ts';
import { isData, openRequests, type Requests } from '../live/requests.ts';
import { MODES, ownScore } from './bodies.ts';

// npm run bench:small-mutations -- [--rate 200] [--seconds 20]
//
// How long it takes to hand in a score of one's own, beside other small mutations, each of which writes a row: they take turns,
// at random moments, so that all of them meet the same machine. A Plaza is started for it.

/** In which code is compiled. */
const WARM_SECONDS = 10;
const CONNECTIONS = 32;

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
  },
});

interface Mutation {
  name: string;
  makeBody: (number: number, otherPlayerId: string) => string;
  read: (body: string) => boolean;
}

const body = (query: string, variables: object): string => JSON.stringify({ query, variables });
const UPDATE_PROFILE =
  'mutation LoadProfile($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }';
const REGISTER_DEVICE =
  'mutation LoadDevice($input: RegisterDeviceInput!) { registerDevice(input: $input) { id } }';
const FOLLOW_PLAYER =
  'mutation LoadFollow($id: ID!) { followPlayer(playerId: $id) { __typename } }';

const SUBMIT_SCORE = 'submitScore';
const mutations: readonly Mutation[] = [
  {
    name: SUBMIT_SCORE,
    makeBody: (number) => ownScore(number, MODES.length),
    read: (answer) => answer.includes('"Submission"'),
  },
  {
    name: 'followPlayer',
    makeBody: (_number, id) => body(FOLLOW_PLAYER, { id }),
    read: (answer) => answer.includes('"Player"'),
  },
  {
    name: 'updateProfile',
    makeBody: (number) => body(UPDATE_PROFILE, { input: { name: `Load ${number}` } }),
    read: isData,
  },
  {
    name: 'registerDevice',
    makeBody: (number) =>
      body(REGISTER_DEVICE, { input: { token: `load-${number}`, platform: 'WEB' } }),
    read: isData,
  },
];

const [rate, seconds] = [Number(values.rate), Number(values.seconds)];
const fault = findFault();
if (fault === undefined) await measure();
else {
  console.error(fault);
  process.exitCode = 1;
}

function findFault(): string | undefined {
  if (!(rate >= 1 && rate <= 1_000)) return `--rate is ${values.rate}: expected 1 to 1000`;
  if (!(seconds >= 1 && seconds <= 50)) return `--seconds is ${values.seconds}: expected 1 to 50`;
  return undefined;
}

/** A score a person, who may hand in one a minute, and nobody follows the own player. */
async function makePeople(laboratory: Laboratory) {
  const people = Math.ceil((rate * (WARM_SECONDS + seconds)) / mutations.length) + 2;
  console.log(`making ${people} people, each with a player`);
  const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people });
  const { playersFile } = await laboratory.ask({
    do: 'make-players',
    players: people,
    areOfCrowd: true,
  });
  const [, ...tokens] = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n');
  const playerIds = (await readFile(playersFile, 'utf8')).trimEnd().split('\n');
  return { tokens, playerIds };
}

async function measure(): Promise<void> {
  await using laboratory = await openLaboratory(['--start', 'in-process']);
  const people = await makePeople(laboratory);
  const requests = openRequests(laboratory.ready.url, { connections: CONNECTIONS, retryMs: 0 });
  let sent = 0;

  async function run(forSeconds: number, isWarm: boolean): Promise<void> {
    await openLoop({ rate, seconds: forSeconds, arrivals: 'random' }, (_number, dueAt) => {
      const mutation = mutations[sent % mutations.length] as Mutation;
      const person = Math.floor(sent / mutations.length) % people.tokens.length;
      sent += 1;
      requests.send({
        name: isWarm ? 'warm' : mutation.name,
        token: people.tokens[person] ?? '',
        body: mutation.makeBody(sent, people.playerIds.at(person - 1) ?? ''),
        dueAt,
        read: mutation.read,
      });
    });
    await requests.idle();
  }

  await run(WARM_SECONDS, true);
  await run(seconds, false);
  await requests.close();
  if (requests.lost() > 0) {
    throw new Error(
      `${requests.lost()} mutations failed: ${JSON.stringify([...requests.failures])}`,
    );
  }
  tell(requests);
}

function tell({ latency }: Requests): void {
  const ms = (name: string, percent: number) =>
    (latency.get(name)?.percentile(percent) ?? Number.NaN) / 1_000;
  console.table(
    mutations.map(({ name }) => ({
      mutation: name,
      times: latency.get(name)?.count ?? 0,
      'p50 ms': Number(ms(name, 50).toFixed(1)),
      'p95 ms': Number(ms(name, 95).toFixed(1)),
      'p50 of a score': (ms(SUBMIT_SCORE, 50) / ms(name, 50)).toFixed(2),
      'p95 of a score': (ms(SUBMIT_SCORE, 95) / ms(name, 95)).toFixed(2),
    })),
  );
}

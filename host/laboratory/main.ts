import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import {
  command as commandSchema,
  type Answers,
  type Command,
  type FromLaboratory,
  type ToLaboratory,
} from '../../schema/laboratory/commands.ts';
import { stateDirOf } from '../state-layout.mjs';
import { onStopRequest } from '../stop-request.ts';
import { makeBoards } from './boards.ts';
import { checkBoards } from './check-boards.ts';
import { makeConversations } from './conversations.ts';
import { fillCarts, makeCrowd, type Crowd } from './crowd.ts';
import { examineSite } from './examine-site.ts';
import { openNamedSite } from './named-site.ts';
import { makePlayers } from './players.ts';
import { openRunningSite } from './running-site.ts';
import type { Site } from './site.ts';
import { startSite } from './started-site.ts';

// node host/laboratory/main.ts --url <url> [--metrics <url>]… | --start in-process|distributed [--set NAME=value]…
//
// A Plaza to be loaded and broken: one that runs on the state folder of PLAZA_STATE_DIR, one whose servers the settings
// name (DATABASE_URL, REDIS_URL, AUTH_PRIVATE_KEY), or one that it starts and takes away again. `npm run load` and `npm run chaos` start it and ask over IPC; it ends with them.

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    start: { type: 'string' },
    metrics: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
  },
});

let site: Site | undefined;
let crowd: Crowd | undefined;
const tokensFile = join(tmpdir(), `plaza-tokens-${randomUUID()}`);
const playersFile = join(tmpdir(), `plaza-players-${randomUUID()}`);
const membersFile = join(tmpdir(), `plaza-members-${randomUUID()}`);
const conversationsFile = join(tmpdir(), `plaza-conversations-${randomUUID()}`);

onStopRequest(() => void end(0));
process.on('message', (message) => void answer(message as ToLaboratory));
// Being asked is what this process lives for.
process.channel?.ref();
try {
  site = await open();
  tell({ ready: site.ready });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await end(1);
}

async function open(): Promise<Site> {
  if (values.start === undefined) {
    if (values.url === undefined) throw new Error('expected --url or --start');
    const { url, metrics } = values;
    if (!process.env['DATABASE_URL']) return openRunningSite(stateDirOf(process.env), url);
    return openNamedSite(url, metrics.length > 0 ? metrics : [`${url}/metrics`], process.env);
  }
  if (values.start !== 'in-process' && values.start !== 'distributed') {
    throw new Error(`--start is ${values.start}: expected in-process or distributed`);
  }
  const settings = values.set.map((each) => [
    each.slice(0, each.indexOf('=')),
    each.slice(each.indexOf('=') + 1),
  ]);
  return startSite(values.start, Object.fromEntries(settings) as Record<string, string>);
}

async function end(code: number): Promise<never> {
  for (const file of [tokensFile, playersFile, membersFile, conversationsFile]) {
    await rm(file, { force: true });
  }
  await site?.[Symbol.asyncDispose]();
  process.exit(code);
}

function tell(message: FromLaboratory): void {
  // Whoever asked may be gone; then we are asked to end.
  if (process.connected) process.send?.(message);
}

async function answer({ id, command }: ToLaboratory): Promise<void> {
  try {
    if (site === undefined) throw new Error('the laboratory is not ready yet');
    tell({ id, answer: await obey(site, commandSchema.parse(command)) });
  } catch (error) {
    tell({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function obey(lab: Site, command: Command): Promise<Answers[Command['do']]> {
  switch (command.do) {
    case 'make-crowd':
      crowd = await makeCrowd(lab, command.people, tokensFile);
      return { tokensFile };
    case 'fill-carts':
      if (crowd === undefined) throw new Error('make a crowd before its carts are filled');
      return { carts: await fillCarts(lab, crowd, command.productIds) };
    case 'make-players':
      await makePlayers(
        lab.env,
        command.players,
        command.areOfCrowd ? crowd : undefined,
        playersFile,
      );
      return { playersFile };
    case 'make-boards':
      await makeBoards(lab.env, command, membersFile);
      return { idsFile: membersFile };
    case 'check-boards':
      return checkBoards(lab.env, new Date(command.since));
    case 'make-conversations':
      if (crowd === undefined) throw new Error('make a crowd before its conversations');
      await makeConversations(lab.env, crowd, conversationsFile);
      return { conversationsFile };
    case 'stop-server':
      await lab.stopServer(command.server, command.isKilled);
      return null;
    case 'start-server':
      await lab.startServer(command.server);
      return null;
    case 'flush-redis':
      await flushRedis(lab.env['REDIS_URL'] ?? '');
      return null;
    case 'kill-part':
      await lab.killPart(command.part);
      return null;
    case 'start-part':
      await lab.startPart(command.part);
      return null;
    case 'examine':
      return examineSite(lab.env, [
        `--since=${command.since}`,
        ...(command.ordersFile === undefined ? [] : [`--orders=${command.ordersFile}`]),
      ]);
  }
}

async function flushRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 3 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}

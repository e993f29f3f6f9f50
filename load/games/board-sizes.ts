import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MAX_MEMBERS } from '../../schema/laboratory/commands.ts';
import { openLaboratory, type Laboratory } from '../laboratory.ts';
import { openLoop } from '../live/open-loop.ts';
import { isData, openRequests } from '../live/requests.ts';
import { readMetrics } from '../metrics.ts';
import { askFor, askForSize, QUESTIONS, type Question } from './bodies.ts';
import { makeAnew } from './made-boards.ts';

// npm run bench:board-sizes -- [--sizes 10000,1000000,10000000] [--rate 50] [--seconds 20] [--known 10000000]
//
// What a rank, the places around a player and a page cost through the gateway by the size of the board: latency, and processor
// time of the product without its servers. A Plaza is started for it, which may know so many players without asking, all of them
// unless told otherwise; its boards are made of history.

const MODE = 'raid';
/** Games of one hour, in days. */
const HOUR = 1 / 24;
/** In which code is compiled and what is looked at often comes near. */
const WARM_SECONDS = 10;
const CONNECTIONS = 16;
/** What GAMES_KNOWN_PLAYERS may be. */
const [LEAST_KNOWN, MOST_KNOWN] = [1_000, 20_000_000];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000,10000000' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    known: { type: 'string' },
  },
});

interface Row {
  members: number;
  question: Question;
  'p50 ms': number;
  'p95 ms': number;
  'CPU ms': number;
}

const [rate, seconds] = [Number(values.rate), Number(values.seconds)];
const sizes = values.sizes.split(',').map(Number);
const known = Number(values.known ?? Math.max(LEAST_KNOWN, ...sizes));
const fault = findFault();
if (fault === undefined) await measure();
else {
  console.error(fault);
  process.exitCode = 1;
}

function findFault(): string | undefined {
  const isAscending = sizes.every((size, index) => size > (sizes[index - 1] ?? 0));
  if (!sizes.every(isSize) || !isAscending) {
    return `--sizes is ${values.sizes}: expected numbers from 100 to ${MAX_MEMBERS}, the least first, separated by commas`;
  }
  if (!(rate >= 1 && rate <= 1_000)) return `--rate is ${values.rate}: expected 1 to 1000`;
  if (!(seconds >= 1 && seconds <= 600)) return `--seconds is ${values.seconds}: expected 1 to 600`;
  if (!Number.isInteger(known) || known < LEAST_KNOWN || known > MOST_KNOWN) {
    return `--known is ${values.known}: expected a whole number from ${LEAST_KNOWN} to ${MOST_KNOWN}`;
  }
  return undefined;
}

function isSize(size: number): boolean {
  return Number.isInteger(size) && size >= 100 && size <= MAX_MEMBERS;
}

async function measure(): Promise<void> {
  const settings = ['--set', `GAMES_KNOWN_PLAYERS=${known}`];
  await using laboratory = await openLaboratory(['--start', 'in-process', ...settings]);
  const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people: 1 });
  const [token = ''] = (await readFile(tokensFile, 'utf8')).split('\n');
  const rows: Row[] = [];
  for (const members of sizes) {
    console.log(`making a board of ${members} members`);
    const { idsFile } = await laboratory.ask({
      do: 'make-boards',
      modeIds: [MODE],
      members,
      days: HOUR,
    });
    const playerIds = (await readFile(idsFile, 'utf8')).trimEnd().split('\n');
    const board = { token, members, playerIds };
    const size = askForSize({ modeId: MODE, window: 'ALL_TIME' });
    const madeMs = await makeAnew(laboratory, token, [size]);
    console.log(`made after ${(madeMs / 1_000).toFixed(1)} s`);
    for (const question of QUESTIONS) rows.push(await ask(laboratory, board, question));
  }
  const first = new Map(rows.toReversed().map((row) => [row.question, row]));
  console.table(
    rows.map((row) => {
      const ratio = row['p50 ms'] / (first.get(row.question)?.['p50 ms'] ?? NaN);
      return Object.assign({}, row, { 'of the first': ratio.toFixed(2) });
    }),
  );
}

interface AskedBoard {
  token: string;
  members: number;
  playerIds: readonly string[];
}

function bodyOf(question: Question, { token, members, playerIds }: AskedBoard) {
  const playerId = playerIds[Math.floor(Math.random() * playerIds.length)] ?? '';
  return { token, body: askFor(question, { modeId: MODE, playerId, members }) };
}

async function ask({ ready }: Laboratory, board: AskedBoard, question: Question): Promise<Row> {
  const requests = openRequests(ready.url, { connections: CONNECTIONS, retryMs: 0 });
  const run = async (name: string, forSeconds: number): Promise<void> => {
    await openLoop({ rate, seconds: forSeconds, arrivals: 'random' }, (_number, dueAt) => {
      requests.send({ ...bodyOf(question, board), name, dueAt, read: isData });
    });
    await requests.idle();
  };
  await run('warm', WARM_SECONDS);
  const before = await readMetrics(ready.metricsUrls);
  await run(question, seconds);
  const { cpuSeconds } = await readMetrics(ready.metricsUrls);
  const latency = requests.latency.get(question);
  if (latency === undefined || requests.lost() > 0) {
    throw new Error(`${requests.lost()} questions had no answer`);
  }
  await requests.close();
  const ms = (percent: number) => Number((latency.percentile(percent) / 1_000).toFixed(1));
  return {
    members: board.members,
    question,
    'p50 ms': ms(50),
    'p95 ms': ms(95),
    'CPU ms': Number((((cpuSeconds - before.cpuSeconds) * 1_000) / latency.count).toFixed(2)),
  };
}

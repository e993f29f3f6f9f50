import { createServer } from 'node:http';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { listen } from '#platform/http/listen.ts';
import { ACHIEVEMENT_EVENTS } from '#schema/events/achievement-events.ts';
import { LEADERBOARD_EVENTS } from '#schema/events/leaderboard-events.ts';
import { openArena } from '../testing/arena.ts';
import { announceChanges } from './announce-changes.ts';
import { createPurgeConsumer } from './purge-copies.ts';

test('boards whose first places change are told once a call, however many scores did it', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100, 200);
  await arena.play(ben, 50);
  await announceChanges(arena);
  expect(await announceChanges(arena)).toBe(0);

  const boards = (await arena.told(LEADERBOARD_EVENTS)).map(({ key }) => key);
  expect(boards).toContain('raid:all');
  expect(boards).toContain('raid:daily:2126-03-06:europe');
  expect(new Set(boards).size).toBe(boards.length);
});

test('who comes among the first 100 has an achievement, and whoever stays there has not', async () => {
  await using arena = await openArena();
  const players = await Promise.all(Array.from({ length: 101 }, () => arena.player()));
  await arena.count(
    (
      await Promise.all(players.map((player, index) => arena.acceptNext(player, 1_000 + index)))
    ).flat(),
  );
  const [last] = players;
  if (last === undefined) throw new Error('nobody plays');
  const before = (await arena.told(ACHIEVEMENT_EVENTS)).length;
  await arena.play(last, 1);
  await announceChanges(arena);
  const quiet = (await arena.told(LEADERBOARD_EVENTS)).length;
  await arena.play(last, 5);
  await arena.play(last, 5);

  const told = (await arena.told(ACHIEVEMENT_EVENTS)).slice(before);
  expect(told.map(({ data }) => data)).toMatchObject([
    { kind: 'TOP_100_ENTERED', playerId: last.id, rank: 96, modeId: 'raid' },
  ]);
  expect(await announceChanges(arena)).toBeGreaterThan(0);
  expect((await arena.told(LEADERBOARD_EVENTS)).length).toBeGreaterThan(quiet);
});

/** A CDN whose first answers are failures. */
async function openCdn(failures: number) {
  const calls: unknown[] = [];
  let attempts = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      attempts++;
      if (attempts > failures) calls.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(attempts > failures ? 204 : 503).end();
    });
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1', setting: 'none' });
  return {
    url: `http://127.0.0.1:${port}/purge`,
    calls,
    attempts: () => attempts,
    [Symbol.asyncDispose]: () => new Promise<void>((done) => void server.close(() => done())),
  };
}

const board = {
  board: 'raid:all',
  modeId: 'raid',
  window: 'ALL_TIME',
  period: 'all',
  region: null,
};
const updated = (at: Date) => ({
  id: 'e1',
  key: board.board,
  time: at.toISOString(),
  type: 'leaderboard.updated',
  data: board,
});

test.each([
  ['tried again', 2, 3, 1],
  ['let be after three', 99, 3, 0],
])('a CDN that fails is %s', async (_what, failures, attempts, calls) => {
  await using cdn = await openCdn(failures);
  const now = new Date('2026-03-01T12:00:00Z');
  const { url } = cdn;
  const metrics = createMetrics();
  const consumer = createPurgeConsumer({ url, fetch, log: silentLog, metrics, now: () => now });
  await consumer.handle([updated(now), updated(now), updated(new Date(now.getTime() - 6_000))]);
  expect(cdn.attempts()).toBe(attempts);
  expect(cdn.calls).toEqual(Array.from({ length: calls }, () => ({ boards: [board] })));
});

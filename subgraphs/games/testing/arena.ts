import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { createLive } from '#platform/live/live.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { readScores, SCORE_EVENTS } from '#schema/events/score-events.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { countScores } from '../counting/count-scores.ts';
import type { CountingParts } from '../counting/counting-parts.ts';
import { fieldOf, reachedKey, regionKey } from '../data/boards/board-keys.ts';
import { createBoards } from '../data/boards/boards.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { listGameModes } from '../data/game-mode.repository.ts';
import { ensurePartitions } from '../data/partitions.ts';
import { insertPlayer } from '../data/player.repository.ts';
import type { Tables } from '../data/tables.ts';
import { boardOf } from '../domain/boards.ts';
import { TIME_BYTES } from '../domain/place.ts';
import { periodAt, type Window } from '../domain/periods.ts';
import type { Player, Region } from '../domain/player.ts';
import { createEventCalendar } from '../event-calendar.ts';
import { createIntake, type HandedIn } from '../intake/intake.ts';
import { createKnownPlayers } from '../intake/known-players.ts';
import { playedKey } from '../intake/played-gate.ts';

const MIGRATIONS = new URL('../data/migrations/', import.meta.url);
/** A Wednesday that is far from over: Redis forgets boards by its own clock. */
const START = new Date('2126-03-06T12:00:00.000Z');

/** Games on a database and a Redis of their own, with a clock that the test moves. */
export async function openArena() {
  await using resources = new AsyncDisposableStack();
  const { store, db, url: databaseUrl } = resources.use(await testDatabase<Tables>(MIGRATIONS));
  const { redis, url: redisUrl } = resources.use(await testRedis());
  const subscriber = redis.duplicate({ lazyConnect: false });
  const live = createLive({ publisher: redis, subscriber, log: silentLog });
  resources.defer(live.close);
  const clock = { now: START };
  const now = () => clock.now;
  await ensurePartitions(db, START, START);

  const modeList = await listGameModes(db);
  const modes = new Map(modeList.map((mode) => [mode.id, mode]));
  const boards = createBoards({ redis, db, newId });
  const players = createKnownPlayers(db, 1_000);
  const intake = createIntake({ store, redis, modes, players, now, newId });
  const findEvents = createEventCalendar(db, now);
  const counting: CountingParts = {
    store,
    redis,
    live,
    boards,
    players,
    modes: modeList,
    findEvents,
    now,
    newId,
  };
  let names = 0;

  const arena = {
    store,
    db,
    databaseUrl,
    redis,
    redisUrl,
    live,
    boards,
    modes,
    players,
    intake,
    now,
    newId,
    counting,
    findLag: () => Promise.resolve(0),

    wait(ms: number): void {
      clock.now = new Date(clock.now.getTime() + ms);
    },

    /** Lets the minute after a player's game pass, by Redis' clock too. */
    async passMinute(player: Player): Promise<void> {
      arena.wait(60_000);
      await redis.del(playedKey(player.number));
    },

    async player(region: Region = 'EUROPE', userId: string | null = null): Promise<Player> {
      const username = `player-${(names += 1)}`;
      const player = await insertPlayer(db, {
        id: newId(),
        userId,
        username,
        region,
        createdAt: now(),
      });
      if (typeof player === 'string') throw new Error(player);
      return player;
    },

    /** An id as a client makes it at this moment. */
    submissionId: (): string => newId({ msecs: now().getTime() }),

    game(player: Player, score: number, changes: Partial<HandedIn> = {}): HandedIn {
      return {
        submissionId: arena.submissionId(),
        playerId: player.id,
        modeId: 'raid',
        score,
        durationSeconds: 1_800,
        isTracked: false,
        ...changes,
      };
    },

    /** Accepts games and returns them as their consumers get them. */
    async accept(games: readonly HandedIn[]): Promise<SubmittedScore[]> {
      const answers = await intake.accept(games);
      return answers.map((answer) => {
        if (answer.kind !== 'ACCEPTED') throw new Error(answer.kind);
        return answer.score;
      });
    },

    count: (
      scores: readonly SubmittedScore[],
      changes: Partial<CountingParts> = {},
    ): Promise<void> => countScores({ ...counting, ...changes }, scores),

    /** A player's next game, without the minute between them. */
    async acceptNext(player: Player, score: number): Promise<SubmittedScore[]> {
      await redis.del(playedKey(player.number));
      arena.wait(1);
      return arena.accept([arena.game(player, score)]);
    },

    /** A player's games one after another, without the minute between them. */
    async play(player: Player, ...scores: number[]): Promise<void> {
      for (const score of scores) {
        await redis.del(playedKey(player.number));
        arena.wait(1);
        await arena.count(await arena.accept([arena.game(player, score)]));
      }
    },

    /** Makes the all-time board believe that a player's newest game is a millisecond older than it is. */
    async forgetNewest({ number, region }: Player): Promise<void> {
      const { group } = arena.board().board;
      const [key, field] = [reachedKey(group, number), fieldOf(number)];
      const reached = await redis.hgetBuffer(key, String(field));
      const places = regionKey(group, region);
      const [member, total] = await redis.zrevrangeBuffer(places, 0, 0, 'WITHSCORES');
      if (reached === null || member === undefined || total === undefined) {
        throw new Error('no board');
      }
      const older = Buffer.from(member);
      // Times are counted down.
      older.writeUIntBE(member.readUIntBE(0, TIME_BYTES) + 1, 0, TIME_BYTES);
      await redis.zrem(places, member);
      await redis.zadd(places, total.toString(), older);
      await redis.hset(
        key,
        String(field),
        Buffer.concat([older.subarray(0, TIME_BYTES), reached.subarray(TIME_BYTES)]),
      );
    },

    board: (window: Window = 'ALL_TIME', region?: Region, modeId = 'raid'): BoardContent =>
      arena.boardAt(window, now(), region, modeId),

    boardAt(window: Window, at: Date, region?: Region, modeId = 'raid'): BoardContent {
      const mode = modes.get(modeId);
      if (mode === undefined) throw new Error(modeId);
      const board = boardOf(modeId, periodAt(window, at), region);
      return { board, modeNumber: mode.number, multiplier: 1 };
    },

    /** Names and points, best first. */
    async standings(content: BoardContent = arena.board()): Promise<[string, number][]> {
      const { places } = await boards.readPage(content, 1, 1_000);
      const found = await players.findByNumbers(places.map(({ playerNumber }) => playerNumber));
      return places.map(({ points }, index) => [found[index]?.username ?? '?', points]);
    },

    /** Events of a topic in the outbox, oldest first. */
    async told(topic: string): Promise<Envelope[]> {
      const rows = await db
        .selectFrom('outbox')
        .select('envelope')
        .where('topic', '=', topic)
        .orderBy('id')
        .execute();
      return rows.map(({ envelope }) => envelope as Envelope);
    },

    /** Accepted scores in the outbox, oldest first. */
    queued: async () =>
      (await arena.told(SCORE_EVENTS)).map((envelope) => ({
        key: envelope.key,
        type: envelope.type,
        scores: readScores(envelope),
      })),

    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  const owned = resources.move();
  return arena;
}

export type Arena = Awaited<ReturnType<typeof openArena>>;

import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { v7 as newId } from 'uuid';
import { DateTime } from '#platform/graphql/scalars.ts';
import { ANONYMOUS, type Viewer } from '#platform/identity/viewer.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createArchives } from './archiving/archives.ts';
import { createContext } from './context.ts';
import { insertGameEvent } from './data/game-event.repository.ts';
import type { Player } from './domain/player.ts';
import { createWatches } from './live/watches.ts';
import { resolvers } from './resolvers.ts';
import { openArena, type Arena } from './testing/arena.ts';

const typeDefs = parse(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));
const schema = buildSubgraphSchema([{ typeDefs, resolvers: { DateTime, ...resolvers } as never }]);

const user = (userId: string, scopes: string[] = []): Viewer => ({
  kind: 'user',
  userId,
  sessionId: 's1',
  roles: ['customer'],
  scopes,
  expiresAt: 0,
});

function openGraph(arena: Arena, viewer: Viewer = ANONYMOUS) {
  const watches = createWatches({ ...arena, log: silentLog });
  const executor = createSubgraphExecutor({
    name: 'games',
    schema,
    log: silentLog,
    createContext: (scope) =>
      createContext({ ...arena, archives: createArchives(arena), watches, newId }, scope),
  });
  return {
    async ask(query: string, variables: Record<string, unknown> = {}) {
      const result = await executor.execute({ query, variables, viewer, requestId: 'r1' });
      const { data, errors } = JSON.parse(JSON.stringify(result)) as {
        data: never;
        errors?: { message: string }[];
      };
      return { data, messages: errors?.map(({ message }) => message) };
    },
    async listen(query: string, variables: Record<string, unknown> = {}) {
      const events = await executor.subscribe({ query, variables, viewer, requestId: 'r1' });
      if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
      const iterator = events[Symbol.asyncIterator]();
      return {
        next: async () => JSON.parse(JSON.stringify((await iterator.next()).value)) as unknown,
        [Symbol.asyncDispose]: async () => void (await iterator.return?.()),
      };
    },
    [Symbol.dispose]: () => watches.stop(),
  };
}

test('a user creates a player once, under a name that nobody has', async () => {
  await using arena = await openArena();
  const create = `mutation ($username: String!) {
    createPlayer(input: { username: $username, region: EUROPE }) {
      __typename
      ... on Player { username level totalScore }
      ... on PlayerExists { player { username } }
      ... on UsernameTaken { username }
    }
  }`;
  const ada = openGraph(arena, user(newId()));
  expect((await ada.ask(create, { username: 'Ada_L' })).data).toEqual({
    createPlayer: { __typename: 'Player', username: 'Ada_L', level: 1, totalScore: 0 },
  });
  expect((await ada.ask(create, { username: 'other' })).data).toEqual({
    createPlayer: { __typename: 'PlayerExists', player: { username: 'Ada_L' } },
  });
  const ben = openGraph(arena, user(newId()));
  expect((await ben.ask(create, { username: 'ada_l' })).data).toEqual({
    createPlayer: { __typename: 'UsernameTaken', username: 'ada_l' },
  });
  expect((await ben.ask(create, { username: 'a!' })).messages).toEqual([
    'username must have 3 to 20 letters, digits, _ or -, not "a!"',
  ]);
});

test('a board is paged by rank, and a player sees the own place and who is around', async () => {
  await using arena = await openArena();
  const players = await Promise.all(Array.from({ length: 9 }, () => arena.player()));
  for (const [index, player] of players.entries()) await arena.play(player, 100 * (index + 1));
  const graph = openGraph(arena);
  const input = { modeId: 'raid', window: 'WEEKLY' };

  const board = await graph.ask(
    `query ($input: LeaderboardInput!) {
      leaderboard(input: $input) {
        mode { name } window totalPlayers isClosed
        entries(first: 2, fromRank: 4) { rank score percentile player { username } }
      }
    }`,
    { input },
  );
  expect(board.data).toEqual({
    leaderboard: {
      mode: { name: 'Raid' },
      window: 'WEEKLY',
      totalPlayers: 9,
      isClosed: false,
      entries: [
        { rank: 4, score: 600, percentile: 55.55555555555556, player: { username: 'player-6' } },
        { rank: 5, score: 500, percentile: 44.44444444444444, player: { username: 'player-5' } },
      ],
    },
  });

  const place = await graph.ask(
    `query ($id: ID!, $input: LeaderboardInput!) {
      player(id: $id) { rank(input: $input) { rank } around(input: $input, radius: 1) { rank score } }
    }`,
    { id: players[0]?.id, input },
  );
  expect(place.data).toEqual({
    player: {
      rank: { rank: 9 },
      around: [
        { rank: 8, score: 200 },
        { rank: 9, score: 100 },
      ],
    },
  });

  const ranks = await graph.ask(
    `query ($ids: [ID!]!, $input: LeaderboardInput!) {
      playerRanks(input: $input, playerIds: $ids) { rank }
    }`,
    { input, ids: [players[8]?.id, newId(), players[2]?.id] },
  );
  expect(ranks.data).toEqual({ playerRanks: [{ rank: 1 }, null, { rank: 7 }] });
});

test('a board of friends ranks the player and those that it follows among themselves', async () => {
  await using arena = await openArena();
  const userId = newId();
  const [ada, ben, cem] = [
    await arena.player('EUROPE', userId),
    await arena.player(),
    await arena.player(),
  ];
  await arena.play(ada, 100);
  await arena.play(ben, 300);
  await arena.play(cem, 200);
  const graph = openGraph(arena, user(userId));
  await graph.ask('mutation ($id: ID!) { followPlayer(playerId: $id) { __typename } }', {
    id: cem.id,
  });

  const query = `{
    leaderboard(input: { modeId: "raid", friendsOnly: true }) {
      totalPlayers
      entries { rank player { username isFollowed } }
    }
  }`;
  expect((await graph.ask(query)).data).toEqual({
    leaderboard: {
      totalPlayers: 2,
      entries: [
        { rank: 1, player: { username: cem.username, isFollowed: true } },
        { rank: 2, player: { username: ada.username, isFollowed: false } },
      ],
    },
  });
  expect((await openGraph(arena).ask(query)).messages).toEqual([
    'sign in first: this needs an access token of a user',
  ]);
});

test.each(['leaderboard', 'gameEvents'] as const)(
  'a list of %s takes as many statements as one entry of it',
  async (list) => {
    await using arena = await openArena();
    const userId = newId();
    const self = await arena.player('EUROPE', userId);
    let statements = 0;
    const db = arena.db.withPlugin({
      transformQuery: ({ node }) => ((statements += 1), node),
      transformResult: async ({ result }) => result,
    });
    const graph = openGraph({ ...arena, db }, user(userId));
    async function countStatements(): Promise<number> {
      statements = 0;
      expect((await graph.ask(LISTS[list])).messages).toBeUndefined();
      return statements;
    }

    await addEntry(arena, self);
    const [, ofOne] = [await countStatements(), await countStatements()];
    for (let count = 0; count < 3; count++) await addEntry(arena, await arena.player());
    const [, ofFour] = [await countStatements(), await countStatements()];

    expect(ofOne).toBeGreaterThan(0);
    expect(ofFour).toBe(ofOne);
  },
);

const LISTS = {
  leaderboard: `{ leaderboard(input: { modeId: "raid" }) {
    entries { player { username level totalScore isFollowed statistics { bestScore } rewards { rank } } }
  } }`,
  gameEvents: '{ gameEvents { name participants leaderboard { totalPlayers } } }',
};

/** A player on the board, and an event that has begun. */
async function addEntry(arena: Arena, player: Player): Promise<void> {
  await arena.play(player, 100);
  const [startsAt, endsAt] = [arena.now(), new Date(arena.now().getTime() + 3_600_000)];
  const event = { id: newId(), name: 'Cup', modeId: 'raid', startsAt, endsAt, multiplier: 1 };
  await insertGameEvent(arena.db, { ...event, createdAt: startsAt, createdBy: newId() });
}

test.each([
  ['{ leaderboard(input: { modeId: "chess" }) { period } }', 'modeId must be one of'],
  [
    '{ leaderboard(input: { modeId: "raid", window: DAILY, period: "yesterday" }) { period } }',
    'period of DAILY must look like 2026-03-01, not "yesterday"',
  ],
  [
    '{ leaderboard(input: { modeId: "raid" }) { entries(first: 101) { rank } } }',
    'first must be from 1 to 100, not 101',
  ],
  ['{ searchPlayers(username: "a") { id } }', 'username needs 2 characters or more'],
])('%s is refused', async (query, message) => {
  await using arena = await openArena();
  const { messages } = await openGraph(arena).ask(query);
  expect(messages).toEqual([expect.stringContaining(message)]);
});

test('a submission says when it counted, and what it did to the rank', async () => {
  await using arena = await openArena();
  const userId = newId();
  const [ada, ben] = [await arena.player('EUROPE', userId), await arena.player()];
  await arena.play(ben, 150);
  await arena.play(ada, 100);
  await arena.passMinute(ada);
  const graph = openGraph(arena, user(userId));
  const submissionId = arena.submissionId();
  const submit = `mutation ($input: SubmitScoreInput!) {
    submitScore(input: $input) { __typename ... on Submission { status effect { rankAfter } } }
  }`;
  const input = { submissionId, modeId: 'raid', score: 90, durationSeconds: 1_800 };
  expect((await graph.ask(submit, { input })).data).toEqual({
    submitScore: { __typename: 'Submission', status: 'ACCEPTED', effect: null },
  });

  const counted = `subscription ($id: ID!) {
    submissionCounted(id: $id) { status effect { rankBefore rankAfter totalScore isPersonalBest } }
  }`;
  await using events = await graph.listen(counted, { id: submissionId });
  const next = events.next();
  const scores = (await arena.queued()).flatMap((event) => event.scores);
  await arena.count(scores.filter(({ id }) => id === submissionId));
  expect(await next).toEqual({
    data: {
      submissionCounted: {
        status: 'COUNTED',
        effect: { rankBefore: 2, rankAfter: 1, totalScore: 190, isPersonalBest: false },
      },
    },
  });
});

const top = (username: string) => ({
  data: { leaderboardChanged: { entries: [{ player: { username } }] } },
});

test('who watches a board or a place hears of it at once, and again when it changes', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  using graph = openGraph(arena);
  await using tops = await graph.listen(
    'subscription { leaderboardChanged(modeId: "raid") { entries(first: 1) { player { username } } } }',
  );
  await using places = await graph.listen(
    'subscription ($id: ID!) { rankChanged(playerId: $id, modeId: "raid") { rank } }',
    { id: ada.id },
  );
  expect(await tops.next()).toEqual(top(ada.username));
  expect(await places.next()).toEqual({ data: { rankChanged: { rank: 1 } } });

  await arena.play(ben, 200);
  expect(await tops.next()).toEqual(top(ben.username));
  expect(await places.next()).toEqual({ data: { rankChanged: { rank: 2 } } });
});

test('who watches the board of a day goes on with the board of the next', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  using graph = openGraph(arena);
  await using tops = await graph.listen(
    'subscription { leaderboardChanged(modeId: "raid", window: DAILY) { entries(first: 1) { player { username } } } }',
  );
  expect(await tops.next()).toEqual(top(ada.username));
  arena.wait(86_400_000);
  await arena.play(ben, 5);
  expect(await tops.next()).toEqual(top(ben.username));
});

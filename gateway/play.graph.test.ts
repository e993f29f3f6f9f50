import { v7 as newId } from 'uuid';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { signUp, type Person } from './testing/people.ts';
import { eventually } from './testing/shop.ts';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

interface Standing {
  leaderboard: { totalPlayers: number; entries: { rank: number; player: { username: string } }[] };
}

async function play(person: Person, username: string, score: number): Promise<void> {
  const { createPlayer } = await person.client.get<{ createPlayer: { __typename: string } }>(
    `mutation ($input: CreatePlayerInput!) { createPlayer(input: $input) { __typename } }`,
    { input: { username, region: 'EUROPE' } },
  );
  expect(createPlayer.__typename).toBe('Player');
  const { submitScore } = await person.client.get<{ submitScore: { __typename: string } }>(
    `mutation ($input: SubmitScoreInput!) { submitScore(input: $input) { __typename } }`,
    { input: { submissionId: newId(), modeId: 'raid', score, durationSeconds: 1_800 } },
  );
  expect(submitScore.__typename).toBe('Submission');
}

test('scores count on the boards of their moment, beside whose name they are', async () => {
  const [ada, ben] = [await signUp(graph, 'Ada'), await signUp(graph, 'Ben')];
  await play(ada, 'ada_plays', 1_200);
  await play(ben, 'ben_plays', 3_400);

  const query = `query ($window: LeaderboardWindow!) {
    leaderboard(input: { modeId: "raid", window: $window }) {
      totalPlayers
      entries(first: 10) { rank player { username } }
    }
  }`;
  for (const window of ['ALL_TIME', 'DAILY', 'SEASONAL']) {
    const { leaderboard } = await eventually(
      () => ada.client.get<Standing>(query, { window }),
      (answer) => answer.leaderboard.totalPlayers === 2,
    );
    expect(leaderboard.entries).toEqual([
      { rank: 1, player: { username: 'ben_plays' } },
      { rank: 2, player: { username: 'ada_plays' } },
    ]);
  }

  const { me } = await ada.client.get<{ me: { player: { totalScore: number; level: number } } }>(
    '{ me { player { totalScore level } } }',
  );
  expect(me.player).toEqual({ totalScore: 1_200, level: 2 });
});

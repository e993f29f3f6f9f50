import { v7 as newId } from 'uuid';

export const MODES = [
  { id: 'deathmatch', seconds: 600, max: 6_000 },
  { id: 'capture-the-flag', seconds: 900, max: 10_000 },
  { id: 'raid', seconds: 1_800, max: 16_000 },
] as const;

const SUBMIT_MANY =
  'mutation LoadScores($input: SubmitScoresInput!) { submitScores(input: $input) { acceptedCount rejected { reason } } }';
const SUBMIT_ONE =
  'mutation LoadScore($input: SubmitScoreInput!) { submitScore(input: $input) { __typename ... on Submission { id } } }';
const RANK =
  'query LoadRank($id: ID!, $board: LeaderboardInput!) { player(id: $id) { rank(input: $board) { rank score percentile } } }';
const AROUND =
  'query LoadAround($id: ID!, $board: LeaderboardInput!) { player(id: $id) { around(input: $board) { rank score player { username } } } }';
const PAGE =
  'query LoadPage($board: LeaderboardInput!, $from: Int!) { leaderboard(input: $board) { entries(first: 50, fromRank: $from) { rank score player { username } } } }';
const SIZE =
  'query LoadSize($board: LeaderboardInput!) { leaderboard(input: $board) { totalPlayers } }';
export const WATCH =
  'subscription LoadBoard($modeId: ID!) { leaderboardChanged(modeId: $modeId) { totalPlayers entries(first: 10) { rank score player { id } } } }';

const body = (query: string, variables: object): string => JSON.stringify({ query, variables });

/** What a board that viewers follow can still be led by: others stay below. */
const SHARE_OF_MANY = 0.8;

/** Which of so many modes comes so often. */
const modeAt = (number: number, modes: number) => MODES[number % modes] ?? MODES[0];

function game(number: number, { modes, share = 1 }: { modes: number; share?: number }) {
  const mode = modeAt(number, modes);
  return {
    submissionId: newId(),
    modeId: mode.id,
    score: Math.floor(Math.random() * mode.max * share),
    durationSeconds: mode.seconds,
  };
}

export function scoresOf(
  playerIds: readonly string[],
  first: number,
  { areFollowed, modes }: { areFollowed: boolean; modes: number },
): string {
  const share = areFollowed ? SHARE_OF_MANY : 1;
  const scores = playerIds.map((playerId, place) => ({
    ...game(first + place, { modes, share }),
    playerId,
  }));
  return body(SUBMIT_MANY, { input: { scores } });
}

/** The first of the scores that lead the followed board. */
export const FIRST_LEAD = Math.floor(MODES[0].max * SHARE_OF_MANY) + 1;

/** The score that leads the followed board next, of a player who has not played. */
export function leadingScore(playerId: string, number: number): string {
  const scores = [{ ...game(0, { modes: 1 }), score: FIRST_LEAD + number, playerId }];
  return body(SUBMIT_MANY, { input: { scores } });
}

export const ownScore = (number: number, modes: number): string =>
  body(SUBMIT_ONE, { input: game(number, { modes }) });

export const QUESTIONS = ['rank', 'around', 'page at any depth'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Asked {
  modeId: string;
  playerId: string;
  /** Of the board. */
  members: number;
}

export function askFor(name: Question, { modeId, playerId, members }: Asked): string {
  const board = { modeId };
  if (name === 'rank') return body(RANK, { id: playerId, board });
  if (name === 'around') return body(AROUND, { id: playerId, board });
  return body(PAGE, { board, from: 1 + Math.floor(Math.random() * members) });
}

export const WINDOWS = ['ALL_TIME', 'SEASONAL', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;

export const askForSize = (board: { modeId: string; window: (typeof WINDOWS)[number] }): string =>
  body(SIZE, { board });

/** Questions take turns. */
export function question(
  number: number,
  { playerId, members, modes }: { playerId: string; members: number; modes: number },
): { name: Question; body: string } {
  const name = QUESTIONS[number % QUESTIONS.length] ?? 'rank';
  const { id: modeId } = modeAt(Math.floor(number / QUESTIONS.length), modes);
  return { name, body: askFor(name, { modeId, playerId, members }) };
}

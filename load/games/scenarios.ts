/** What is asked of the boards, and what has to come of it. */
export interface GamesOptions {
  /** Scores a second. */
  rate: number;
  seconds: number;
  /** Scores of one request; 1 is a person who hands in a game of one's own. */
  batch: number;
  /** Ranks, pages, and the places around a player: so many a second of all three together. */
  queries: number;
  /** Sockets that follow one board. */
  viewers: number;
  /** Scores that lead the board that viewers follow, a second; by default out of step with what the product does each quarter of one. */
  leads: number;
  /** Players there are at least. */
  players: number;
  /** Players who are on the board of each mode over all time before it begins, with a game of the last half of a year. */
  members: number;
  /** How many modes are played. */
  modes: number;
  /** Seconds at the beginning in which code is still compiled: what is asked in them is told of apart. */
  warmup: number;
  /** Of those who ask. */
  connections: number;
  /** Questions of one connection that wait for answers at once. */
  pipelining: number;
}

export interface GamesScenario {
  name: string;
  says: string;
  defaults: GamesOptions;
  /** Most events that the slowest consumer may be behind when the last score has been handed in. */
  lag?: number;
  /** Redis is emptied so often, evenly over the time. */
  flushes?: number;
  /** More is asked at once than can be answered at once, and asked again by who is told to: within how long all of it is answered (s). */
  answeredWithin?: number;
}

const QUIET = {
  rate: 0,
  seconds: 60,
  batch: 100,
  queries: 0,
  viewers: 0,
  leads: 1.3,
  players: 10_000,
  members: 0,
  modes: 3,
  warmup: 0,
  connections: 64,
  pipelining: 1,
};
const LAG = 1_000;

function scores(rate: number, seconds: number): GamesOptions {
  return { ...QUIET, rate, seconds, queries: 50, warmup: 10 };
}

export const gamesScenarios: readonly GamesScenario[] = [
  {
    name: 'scores-5k',
    says: '5,000 scores a second in batches, with questions for ranks and pages',
    defaults: scores(5_000, 60),
    lag: LAG,
  },
  {
    name: 'scores-10k',
    says: '10,000 scores a second in batches, with questions for ranks and pages',
    defaults: scores(10_000, 60),
    lag: LAG,
  },
  {
    name: 'scores-20k',
    says: '20,000 scores a second in batches, absorbed and drained',
    defaults: scores(20_000, 30),
  },
  {
    name: 'scores-50k',
    says: '50,000 scores a second for ten seconds, absorbed and drained',
    defaults: { ...scores(50_000, 10), queries: 0, warmup: 0 },
  },
  {
    name: 'scores-single',
    says: 'people hand in games of their own, one a request',
    defaults: { ...QUIET, rate: 500, batch: 1 },
    lag: LAG,
  },
  {
    name: 'scores-flushed',
    says: 'Redis is emptied twice while scores come in, with boards, queues and all',
    defaults: { ...scores(1_000, 30), queries: 0 },
    flushes: 2,
  },
  {
    name: 'query-storm',
    says: 'ranks, pages and surroundings are asked for at once, while some play',
    defaults: { ...QUIET, rate: 500, queries: 1_500, players: 100_000 },
  },
  {
    name: 'query-crowd',
    says: 'a hundred thousand ranks, pages and surroundings are asked for within a second',
    defaults: {
      ...QUIET,
      seconds: 1,
      queries: 100_000,
      players: 100_000,
      connections: 10_000,
      pipelining: 10,
    },
    answeredWithin: 60,
  },
  {
    name: 'board-viewers',
    says: 'ten thousand sockets follow one board on which the first ten change',
    defaults: { ...QUIET, rate: 1_000, queries: 20, viewers: 10_000, warmup: 10 },
  },
];

import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#platform/telemetry/log.ts';
import { listNewestPlayers } from '../data/player.repository.ts';
import type { Db } from '../data/tables.ts';
import type { KnownPlayers } from './known-players.ts';

/** One to two milliseconds of this thread, in several turns. */
const PLAYERS_A_PAGE = 1_000;
/** Between two pages: a million players take a quarter of a minute, and an eighth of this thread. */
const PAGE_REST_MS = 10;
/** Between two looks for new ones, of which each is a look at the end of an index. */
const LOOK_MS = 1_000;

export interface Learning {
  /** Resolves when no statement is under way any more. */
  stop: () => Promise<void>;
}

export interface LearningParts {
  db: Db;
  players: Pick<KnownPlayers, 'learn'>;
  log: Log;
  /** How many of them. */
  newest: number;
  lookMs?: number;
}

/**
 * Learns the newest players, and then those who register, on whichever replica: so scores, ranks and pages ask PostgreSQL for
 * hardly anybody, also those of the first minutes of a process. Whoever is missed here, because a greater number was stored
 * sooner, is found when somebody asks.
 */
export function learnPlayers({
  db,
  players,
  log,
  newest,
  lookMs = LOOK_MS,
}: LearningParts): Learning {
  const stopped = new AbortController();
  const { signal } = stopped;
  let after = 0;
  let hasFailed = false;

  async function learnPage(): Promise<number> {
    const page = await listNewestPlayers(db, { newest, after, limit: PLAYERS_A_PAGE });
    players.learn(page);
    after = page.at(-1)?.number ?? after;
    hasFailed = false;
    return page.length < PLAYERS_A_PAGE ? lookMs : PAGE_REST_MS;
  }

  /** Once until it goes on: whoever is not learned is asked for. */
  function tell(error: unknown): number {
    if (!hasFailed) log.warn({ err: error }, 'players are not learned ahead for now');
    hasFailed = true;
    return lookMs;
  }

  async function learn(): Promise<void> {
    while (!signal.aborted) {
      const restMs = await learnPage().catch(tell);
      await delay(restMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const learning = learn();
  return {
    async stop() {
      stopped.abort();
      await learning;
    },
  };
}

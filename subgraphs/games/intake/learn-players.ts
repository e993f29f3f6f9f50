import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#platform/telemetry/log.ts';
import { listNewestPlayers } from '../data/player.repository.ts';
import type { Db } from '../data/tables.ts';
import { MAX_NUMBERED, type KnownPlayers } from './known-players.ts';

/** About a millisecond of this thread. */
const PLAYERS_A_PAGE = 500;
/** Between two pages: a million players take half a minute, and a tenth of this thread. */
const PAGE_REST_MS = 10;
/** Between two looks for new ones. */
const LOOK_MS = 5_000;

export interface Learning {
  /** Resolves when no statement is under way any more. */
  stop: () => Promise<void>;
}

export interface LearningParts {
  db: Db;
  players: Pick<KnownPlayers, 'learn'>;
  log: Log;
  /** How many of them; as many as there is room for, unless told otherwise. */
  newest?: number;
  lookMs?: number;
}

/**
 * Learns the numbers of the newest players, a million at most, and then of those who register, on whichever replica: so
 * scores and ranks ask PostgreSQL for hardly anybody, also those of the first minutes of a process. Whoever is missed here, because a
 * greater number was stored sooner, is found when somebody asks.
 */
export function learnPlayers({
  db,
  players,
  log,
  newest = MAX_NUMBERED,
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
    if (!hasFailed) log.warn({ err: error }, 'numbers of players are not learned ahead for now');
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

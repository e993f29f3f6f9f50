import type { Redis } from 'ioredis';
import { groupCalls, QueueFull } from '#platform/database/group-calls.ts';
import type { Store } from '#platform/database/store.ts';
import { AppError } from '#platform/errors.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import type { Tables } from '../data/tables.ts';
import { findScoreFault, MIN_GAP_MS, type ScoreFault } from '../domain/check-score.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { findSubmissionIdFault } from '../domain/submission-id.ts';
import { askGate, reopenGate } from './played-gate.ts';
import type { KnownPlayers } from './known-players.ts';
import type { NumberedPlayer } from './player-table.ts';
import { toScoreMessages } from './score-messages.ts';

/** A finished game, as it is handed in. */
export interface HandedIn {
  submissionId: string;
  playerId: string;
  modeId: string;
  score: number;
  durationSeconds: number;
  /** Whether somebody waits to hear what it leads to. */
  isTracked: boolean;
}

export type IntakeAnswer =
  | { kind: 'ACCEPTED'; score: SubmittedScore }
  | { kind: 'UNKNOWN_PLAYER' }
  | { kind: 'UNKNOWN_MODE' }
  | { kind: 'TOO_SOON'; retryAfterMs: number }
  | ScoreFault;

/** Accepts scores for good: when it answers, they are queued in PostgreSQL. One answer a game, in order. */
export interface Intake {
  accept: (games: readonly HandedIn[]) => Promise<IntakeAnswer[]>;
}

export interface IntakeParts {
  store: Store<Tables>;
  redis: Redis;
  modes: ReadonlyMap<string, GameMode>;
  players: KnownPlayers;
  now: () => Date;
  newId: () => string;
  /** Between two transactions of lists. */
  listsPaceMs?: number;
}

/** Calls that wait to be written: beyond it the caller is told to come back. */
const MAX_WAITING = 5_000;
/** Calls of one transaction: with 100 scores each, 3 MB of events. */
const CALLS_PER_TRANSACTION = 200;
/** Between two transactions of lists: an event costs what ten scores do, so that fewer and longer ones cost less. */
const LISTS_PACE_MS = 50;
const RETRY_AFTER_SECONDS = 1;

/**
 * Games that arrive while others are written wait, and are written together: one transaction holds what a
 * moment brings, so that thousands of callers cost as many transactions as the disk can sync. Lists, which game servers hand in,
 * wait a moment longer for each other.
 */
export function createIntake(parts: IntakeParts): Intake {
  const { store, redis, modes, players, now, newId, listsPaceMs = LISTS_PACE_MS } = parts;
  const limits = { maxItems: CALLS_PER_TRANSACTION, maxWaiting: MAX_WAITING };
  // A group whose outcome is not known may be written twice: a score counts once.
  async function writeCalls(calls: readonly (readonly SubmittedScore[])[]): Promise<true[]> {
    await store.transact((tx) => appendToOutbox(tx, toScoreMessages(calls.flat(), now(), newId)));
    return calls.map(() => true as const);
  }
  // Whoever has played waits for no list. A player's games are a minute apart: none overtakes another.
  const writeOne = groupCalls(limits, writeCalls);
  const writeList = groupCalls({ ...limits, paceMs: listsPaceMs }, writeCalls);

  return {
    async accept(games) {
      const at = now();
      for (const { submissionId } of games) {
        const fault = findSubmissionIdFault(submissionId, at);
        if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
      }

      const found = await players.findNumbers(games.map(({ playerId }) => playerId));
      const answers = games.map((game, index) =>
        checkGame(game, found[index], modes.get(game.modeId), at),
      );
      const sound = answers.filter((answer) => answer.kind === 'ACCEPTED');
      const gate = await askGate(
        redis,
        sound.map(({ score }) => ({ submissionId: score.id, playerNumber: score.player })),
        at,
      );
      const gateOf = new Map(sound.map((answer, index) => [answer, gate[index]]));
      const final = answers.map((answer): IntakeAnswer => {
        if (answer.kind !== 'ACCEPTED') return answer;
        const passed = gateOf.get(answer);
        if (passed?.isOpen !== true) {
          return { kind: 'TOO_SOON', retryAfterMs: passed?.retryAfterMs ?? MIN_GAP_MS };
        }
        return { kind: 'ACCEPTED', score: { ...answer.score, at: passed.at.getTime() } };
      });

      const accepted = final.flatMap((answer) =>
        answer.kind === 'ACCEPTED' ? [answer.score] : [],
      );
      if (accepted.length === 0) return final;
      try {
        await (games.length > 1 ? writeList : writeOne)(accepted);
      } catch (error) {
        await reopenGate(
          redis,
          accepted.map(({ player }) => player),
        );
        if (!(error instanceof QueueFull)) throw error;
        throw new AppError('UNAVAILABLE', 'more scores come than can be stored: try again', {
          details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
        });
      }
      return final;
    },
  };
}

/** All that can be said of a game before the gate. */
function checkGame(
  game: HandedIn,
  player: NumberedPlayer | undefined,
  mode: GameMode | undefined,
  at: Date,
): IntakeAnswer {
  if (player === undefined) return { kind: 'UNKNOWN_PLAYER' };
  if (mode === undefined) return { kind: 'UNKNOWN_MODE' };
  const fault = findScoreFault(mode, game);
  if (fault !== undefined) return fault;
  const score = {
    id: game.submissionId.toLowerCase(),
    player: player.number,
    region: player.region,
    mode: mode.number,
    score: game.score,
    seconds: game.durationSeconds,
    at: at.getTime(),
    isTracked: game.isTracked,
  };
  return { kind: 'ACCEPTED', score };
}

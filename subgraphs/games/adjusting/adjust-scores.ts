import type { Store } from '#platform/database/store.ts';
import { AppError } from '#platform/errors.ts';
import {
  findAdjustment,
  markRemoved,
  markRestored,
  type NewAdjustment,
  type ScoreChoice,
} from '../data/adjustment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { findReasonFault, MAX_ADJUSTED, type Adjustment } from '../domain/adjustment.ts';

export interface AdjustingParts {
  store: Store<Tables>;
  now: () => Date;
  newId: () => string;
}

export interface AdjustmentRequest {
  reason: string;
  /** The administrator's user id. */
  madeBy: string;
}

/**
 * Marks games in history, for good; undefined when none of them counted. The boards follow: by
 * `correctBoards`, at once or by the job that finishes what a crash has left.
 */
export function removeScores(
  parts: AdjustingParts,
  choice: ScoreChoice,
  request: AdjustmentRequest,
): Promise<Adjustment | undefined> {
  return adjust(parts, request, (tx, adjustment) => markRemoved(tx, adjustment, choice));
}

/** Lets the games of a removal count again. */
export function restoreScores(
  parts: AdjustingParts,
  removalId: string,
  request: AdjustmentRequest,
): Promise<Adjustment | undefined> {
  return adjust(parts, request, (tx, adjustment) => markRestored(tx, adjustment, removalId));
}

async function adjust(
  { store, now, newId }: AdjustingParts,
  { reason, madeBy }: AdjustmentRequest,
  mark: (tx: Tx, adjustment: NewAdjustment) => Promise<number>,
): Promise<Adjustment | undefined> {
  const fault = findReasonFault(reason);
  if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
  const id = newId();
  return store.transact(async (tx) => {
    const count = await mark(tx, { id, reason: reason.trim(), madeBy, createdAt: now() });
    if (count > MAX_ADJUSTED) {
      throw new AppError(
        'BAD_USER_INPUT',
        `these are ${count} games, and one adjustment takes ${MAX_ADJUSTED}: choose a shorter time`,
      );
    }
    return count === 0 ? undefined : findAdjustment(tx, id);
  });
}

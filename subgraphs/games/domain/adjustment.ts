/** Scores are taken off the boards, or put back. */
export type AdjustmentKind = 'REMOVE' | 'RESTORE';

export interface Adjustment {
  id: string;
  kind: AdjustmentKind;
  reason: string;
  /** The administrator's user id. */
  madeBy: string;
  createdAt: Date;
  scoreCount: number;
  /** When every board said so. */
  correctedAt: Date | null;
}

/** Games of one adjustment: more are several. */
export const MAX_ADJUSTED = 10_000;
const MAX_REASON = 500;

/** What is wrong with a reason, for people; nothing when it will do. */
export function findReasonFault(reason: string): string | undefined {
  const { length } = reason.trim();
  if (length >= 1 && length <= MAX_REASON) return undefined;
  return `reason must have 1 to ${MAX_REASON} characters, not ${length}`;
}

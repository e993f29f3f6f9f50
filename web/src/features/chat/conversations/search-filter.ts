import type { MessageFilter, MessageType } from '#schema/operations/generated/graphql.ts';

/** What somebody has chosen beside the words. */
export type Narrowing = {
  readonly senderId: string | null;
  readonly type: MessageType | null;
  /** Days as inputs give them, such as 2026-03-04; empty for any. */
  readonly firstDay: string;
  readonly lastDay: string;
};

export const NO_NARROWING: Narrowing = { senderId: null, type: null, firstDay: '', lastDay: '' };

/** Shorter words find too much. */
export const MIN_SEARCHED = 2;

/** What to ask the graph for; nothing while too little was chosen to look for. */
export function toFilter(typed: string, narrowing: Narrowing): MessageFilter | undefined {
  const words = typed.trim();
  const { senderId, type, firstDay, lastDay } = narrowing;
  const filter: MessageFilter = {
    ...(words.length >= MIN_SEARCHED && { words }),
    ...(senderId !== null && { senderId }),
    ...(type !== null && { type }),
    ...(firstDay !== '' && { from: startOfDay(firstDay, 0) }),
    // The last day is in it, to its end.
    ...(lastDay !== '' && { before: startOfDay(lastDay, 1) }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

export const countNarrowings = ({ senderId, type, firstDay, lastDay }: Narrowing): number =>
  [senderId !== null, type !== null, firstDay !== '', lastDay !== ''].filter(Boolean).length;

/** Where the reader is, a day begins at another moment than elsewhere. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

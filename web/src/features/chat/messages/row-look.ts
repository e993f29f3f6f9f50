import type { Message } from '../talk/talk-types.ts';

/** Messages of one sender within this time stand together under one name and time. */
export const GROUP_MS = 5 * 60_000;

export type RowLook = {
  /** Whether a new day begins with it. */
  readonly startsDay: boolean;
  /** Whether it is the first of a group: it tells the time. */
  readonly startsGroup: boolean;
};

type Told = Pick<Message, 'createdAt' | 'sequence'> & { readonly sender: { readonly id: string } };

/** How a message stands below the one before it; `before` is undefined for the very first, and while it is not here. */
export function lookOfRow(
  before: Told | undefined,
  message: Told,
  dayOf: (at: string) => string,
): RowLook {
  if (!before) return { startsDay: message.sequence === 1, startsGroup: true };
  const startsDay = dayOf(before.createdAt) !== dayOf(message.createdAt);
  const isLater = Date.parse(message.createdAt) - Date.parse(before.createdAt) > GROUP_MS;
  const startsGroup = startsDay || isLater || before.sender.id !== message.sender.id;
  return { startsDay, startsGroup };
}

export type Tick = 'SENT' | 'DELIVERED' | 'READ';

export function tickOf(
  sequence: number,
  { deliveredSequence, readSequence }: { deliveredSequence: number; readSequence: number },
): Tick {
  if (sequence <= readSequence) return 'READ';
  return sequence <= deliveredSequence ? 'DELIVERED' : 'SENT';
}

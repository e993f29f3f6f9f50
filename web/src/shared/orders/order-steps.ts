import { ORDER_PATH, STATUS_LABELS, type OrderStatus } from './order-status.ts';

export type TimelineEntry = {
  readonly at: string;
  readonly status: OrderStatus;
  readonly message: string;
};

export type OrderStep = {
  readonly status: OrderStatus;
  readonly label: string;
  /** `current` is where an order is that still moves. */
  readonly state: 'done' | 'current' | 'ahead' | 'stopped';
  /** When the order reached it; undefined while it is ahead. */
  readonly at: string | undefined;
  /** Everything that was noted there, oldest first. */
  readonly messages: readonly string[];
};

/**
 * The steps to show for an order: those behind it, the one it is at and those ahead. A cancelled order shows the steps it
 * reached and that it stopped there; a step that was passed without a note counts as reached.
 */
export function orderSteps(status: OrderStatus, timeline: readonly TimelineEntry[]): OrderStep[] {
  if (status === 'CANCELLED') {
    const reached = ORDER_PATH.filter((step) => timeline.some((entry) => entry.status === step));
    return [
      ...reached.map((step) => describe(step, 'done', timeline)),
      describe('CANCELLED', 'stopped', timeline),
    ];
  }
  const position = ORDER_PATH.indexOf(status);
  return ORDER_PATH.map((step, index) => describe(step, stateAt(index, position), timeline));
}

function stateAt(index: number, position: number): OrderStep['state'] {
  if (index < position) return 'done';
  if (index > position) return 'ahead';
  return index === ORDER_PATH.length - 1 ? 'done' : 'current';
}

function describe(
  status: OrderStatus,
  state: OrderStep['state'],
  timeline: readonly TimelineEntry[],
): OrderStep {
  const entries = state === 'ahead' ? [] : timeline.filter((entry) => entry.status === status);
  return {
    status,
    label: STATUS_LABELS[status],
    state,
    at: entries[0]?.at,
    messages: entries.map((entry) => entry.message),
  };
}

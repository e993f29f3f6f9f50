import type { Store } from '#platform/database/store.ts';
import type { CommandKey } from '../data/order-command.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { OrderMetrics } from '../metrics.ts';
import { cancelOrder } from './cancel-order.ts';
import { onceByKey } from './once-by-key.ts';
import type { ProgressRules, Step } from './progress-orders.ts';
import { refundOrder, type Refund } from './refund-order.ts';

/** Who asks, and under which key; without a key nothing is remembered. */
export interface Asker {
  userId: string;
  idempotencyKey: string | undefined;
}

export type CancelAnswer =
  { outcome: 'CANCELLED' } | { outcome: 'NOT_CANCELLABLE'; message: string };

/** What people do with orders that are placed. The same key gets the same answer. */
export interface OrderDesk {
  cancel: (
    request: { orderId: string; by: 'CUSTOMER' | 'ADMIN' },
    asker: Asker,
  ) => Promise<CancelAnswer | 'CONFLICT'>;
  refund: (request: { orderId: string }, asker: Asker) => Promise<Refund['answer'] | 'CONFLICT'>;
}

export interface OrderDeskParts {
  store: Store<Tables>;
  rules: ProgressRules;
  metrics: OrderMetrics;
}

export function createOrderDesk({ store, rules, metrics }: OrderDeskParts): OrderDesk {
  return {
    cancel: (request, asker) =>
      once<CancelAnswer>(commandOf('cancel', request, asker), async (tx) => {
        const cancellation = await cancelOrder(tx, request, rules);
        return cancellation.outcome === 'CANCELLED'
          ? { answer: { outcome: 'CANCELLED' }, step: cancellation.step }
          : { answer: cancellation, step: undefined };
      }),

    refund: (request, asker) =>
      once(commandOf('refund', request, asker), (tx) => refundOrder(tx, request, rules)),
  };

  async function once<Answer>(
    command: CommandKey | undefined,
    work: (tx: Tx) => Promise<{ answer: Answer; step: Step | undefined }>,
  ): Promise<Answer | 'CONFLICT'> {
    const done = await store.transact((tx) =>
      onceByKey(tx, command, rules.now(), {
        run: () => work(tx),
        answerOf: ({ answer }) => answer,
      }),
    );
    if (done === 'CONFLICT') return done;
    if (done.result?.step !== undefined) metrics.moved([done.result.step]);
    return done.answer;
  }
}

function commandOf(
  what: string,
  { orderId }: { orderId: string },
  { userId, idempotencyKey: key }: Asker,
): CommandKey | undefined {
  return key === undefined ? undefined : { userId, key, content: `${what} ${orderId}` };
}

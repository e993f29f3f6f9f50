import { createBatchedCall, type GraphClient } from '#platform/subgraph/graph-client.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { MissingLine } from '#schema/events/inventory-events.ts';
import type { CartLine } from '../domain/cart.ts';

export type AdmissionAnswer =
  | { state: 'ADMITTED' }
  | { state: 'MISSING'; missing: readonly MissingLine[] }
  /** Inventory has not answered: PostgreSQL decides later, when the order is reserved. */
  | { state: 'UNKNOWN' };

export interface Admission {
  /** Asks whether the units may go on to be reserved; again for the same order changes nothing. */
  admit: (orderId: string, lines: readonly CartLine[]) => Promise<AdmissionAnswer>;
  /** Tells that the order was not placed after all. Best effort. */
  withdraw: (orderId: string) => Promise<void>;
}

export interface AdmissionOptions {
  graph: GraphClient;
  timeoutMs: number;
  log: Log;
}

/** Orders in one question. */
const MAX_ORDERS = 100;

const ADMIT = `mutation ($orders: [AdmitOrderInput!]!) {
  _admitOrders(orders: $orders) { orderId isAdmitted missing { productId requested available } }
}`;
const WITHDRAW = 'mutation ($orderIds: [ID!]!) { _withdrawOrders(orderIds: $orderIds) }';

interface Question {
  orderId: string;
  lines: readonly CartLine[];
}

interface Answer {
  orderId: string;
  isAdmitted: boolean;
  missing: readonly MissingLine[];
}

/** Admission by inventory's fast gate; checkouts of one moment travel as one operation. */
export function createAdmission({ graph, timeoutMs, log }: AdmissionOptions): Admission {
  const ask = createBatchedCall<Question, Answer | undefined>(MAX_ORDERS, async (orders) => {
    const { _admitOrders: answers } = await graph.request<{ _admitOrders: readonly Answer[] }>(
      'inventory',
      ADMIT,
      { orders },
    );
    const byOrder = new Map(answers.map((answer) => [answer.orderId, answer]));
    return orders.map(({ orderId }) => byOrder.get(orderId));
  });
  const withdraw = createBatchedCall<string, true>(MAX_ORDERS, async (orderIds) => {
    await graph.request('inventory', WITHDRAW, { orderIds });
    return orderIds.map(() => true);
  });

  return {
    async admit(orderId, lines) {
      const tooLate = Promise.withResolvers<undefined>();
      const impatience = setTimeout(() => tooLate.resolve(undefined), timeoutMs);
      try {
        const answer = await Promise.race([ask({ orderId, lines }), tooLate.promise]);
        if (answer === undefined) return { state: 'UNKNOWN' };
        if (answer.isAdmitted) return { state: 'ADMITTED' };
        return { state: 'MISSING', missing: answer.missing };
      } catch (error) {
        log.warn({ orderId, err: error }, 'inventory does not admit: the order goes on without');
        return { state: 'UNKNOWN' };
      } finally {
        clearTimeout(impatience);
      }
    },

    async withdraw(orderId) {
      try {
        await withdraw(orderId);
      } catch (error) {
        log.warn({ orderId, err: error }, 'could not withdraw an admission: it expires');
      }
    },
  };
}

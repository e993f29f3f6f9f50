import { MAX_VIOLATIONS, type Finding, type Invariant } from './invariant.ts';

const BATCH = 10_000;

interface Ended {
  id: string;
  status: string;
}

/**
 * Who ordered is told how it ended. Only of a range with a beginning: seeded orders were never told of, and
 * accounts may have been away for longer than its inbox remembers.
 */
export const toldCustomers: Invariant = {
  name: 'told-customers',
  says: 'the customer of an order that was delivered or cancelled was told so',
  isEventual: true,
  async check({ query }, { sinceId, isPartial }): Promise<Finding> {
    if (!isPartial) return { looked: 0, broken: 0, violations: [] };
    const untold: Ended[] = [];
    let looked = 0;
    let after = sinceId;
    for (;;) {
      const ended = await query<Ended>(
        'orders',
        `select id, status from customer_order
         where id > $1::uuid and status in ('DELIVERED', 'CANCELLED') order by id limit $2`,
        [after, BATCH],
      );
      const told = await query<{ orderId: string }>(
        'accounts',
        `select distinct order_id as "orderId" from notification
         where id >= $1::uuid and kind in ('ORDER_DELIVERED', 'ORDER_CANCELLED') and order_id = any($2)`,
        [sinceId, ended.map(({ id }) => id)],
      );
      const known = new Set(told.map(({ orderId }) => orderId));
      looked += ended.length;
      untold.push(...ended.filter(({ id }) => !known.has(id)).slice(0, MAX_VIOLATIONS));
      const last = ended.at(-1);
      if (last === undefined || ended.length < BATCH) break;
      after = last.id;
    }
    return {
      looked,
      broken: untold.length,
      violations: untold
        .slice(0, MAX_VIOLATIONS)
        .map(({ id, status }) => ({ subject: id, text: `${status}, and nobody was told` })),
    };
  },
};

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { HOLD_MS, openShop, orderEvent, type Shop } from './testing/shop.ts';

/**
 * Random work against a model that knows no warehouses, no rows and no Redis: units of one product that are free,
 * held by an order or bought by one.
 */
type Step =
  | { kind: 'adjust'; warehouse: number; delta: number }
  | { kind: 'created' | 'confirmed' | 'cancelled'; order: number; quantity: number }
  | { kind: 'repeat' }
  | { kind: 'expire' };

const RUNS = 40;
/** Some thousand transactions, on a machine that may be busy. */
const TIMEOUT_MS = 60_000;
const ORDERS = 5;
const QUANTITIES = [1, 4, 2, 7, 3];

const order = fc.nat({ max: ORDERS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      warehouse: fc.nat({ max: 1 }),
      delta: fc.integer({ min: -4, max: 8 }).filter((delta) => delta !== 0),
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('created' as const, 'confirmed' as const, 'cancelled' as const),
        order,
      })
      .map(({ kind, order: index }) => ({ kind, order: index, quantity: QUANTITIES[index] ?? 1 })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'repeat' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'expire' as const }) },
);

interface ModelOrder {
  status: 'HELD' | 'COMMITTED' | 'RELEASED' | 'FAILED';
  isCancelled: boolean;
  units: number;
}

class Model {
  available = 0;
  readonly orders = new Map<number, ModelOrder>();

  apply(it: Exclude<Step, { kind: 'adjust' | 'repeat' }>): void {
    if (it.kind === 'expire') {
      for (const known of this.orders.values()) if (known.status === 'HELD') this.release(known);
      return;
    }
    const known = this.orders.get(it.order);
    if (it.kind === 'created' && known === undefined) this.take(it.order, it.quantity, 'HELD');
    if (it.kind === 'confirmed') this.confirm(it.order, it.quantity, known);
    if (it.kind === 'cancelled') {
      if (known === undefined) {
        this.orders.set(it.order, { status: 'RELEASED', isCancelled: true, units: 0 });
      } else if (known.status !== 'FAILED') {
        this.release(known);
        known.isCancelled = true;
      }
    }
  }

  sum(status: ModelOrder['status']): number {
    return Array.from(this.orders.values())
      .filter((known) => known.status === status)
      .reduce((sum, { units }) => sum + units, 0);
  }

  private confirm(id: number, quantity: number, known: ModelOrder | undefined): void {
    if (known?.status === 'HELD') known.status = 'COMMITTED';
    else if (known === undefined || (known.status === 'RELEASED' && !known.isCancelled)) {
      this.take(id, quantity, 'COMMITTED');
    }
  }

  private take(id: number, quantity: number, status: 'HELD' | 'COMMITTED'): void {
    const fits = quantity <= this.available;
    if (fits) this.available -= quantity;
    this.orders.set(id, {
      status: fits ? status : 'FAILED',
      isCancelled: false,
      units: fits ? quantity : 0,
    });
  }

  private release(known: ModelOrder): void {
    this.available += known.units;
    Object.assign(known, { status: 'RELEASED', units: 0 });
  }
}

test(
  'does what the model does, whatever happens',
  async () => {
    await using shop = await openShop();
    const warehouses = [await shop.warehouse('BER1'), await shop.warehouse('HAM1')];

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const product = newId();
        const model = new Model();
        const orderIds = Array.from({ length: ORDERS }, () => newId());
        await runSteps(shop, { steps, model, product, warehouses, orderIds });

        expect(await shop.units(product)).toEqual({
          available: model.available,
          reserved: model.sum('HELD'),
          sold: model.sum('COMMITTED'),
        });
        const statuses = orderIds.map((_, index) => model.orders.get(index)?.status);
        expect(await shop.statuses(orderIds)).toEqual(statuses);
        expect(await findBrokenSums(shop)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_260_301 },
    );
  },
  TIMEOUT_MS,
);

interface Run {
  steps: readonly Step[];
  model: Model;
  product: string;
  warehouses: readonly string[];
  orderIds: readonly string[];
}

async function runSteps(shop: Shop, { steps, model, product, warehouses, orderIds }: Run) {
  let last: ReturnType<typeof orderEvent> | undefined;
  for (const it of steps) {
    if (it.kind === 'adjust') {
      const change = await shop.adjust(product, warehouses[it.warehouse] ?? '', it.delta);
      if (change.ok) model.available += it.delta;
    } else if (it.kind === 'repeat') {
      if (last !== undefined) await shop.handle([last, last]);
    } else if (it.kind === 'expire') {
      shop.wait(HOLD_MS);
      await shop.releaseExpired();
      model.apply(it);
    } else {
      const lines = [{ productId: product, quantity: it.quantity }];
      last = orderEvent(`order.${it.kind}`, orderIds[it.order] ?? '', lines);
      await shop.handle([last]);
      model.apply(it);
    }
  }
}

/** Stock that is not what its reservations or its total say. */
async function findBrokenSums(shop: Shop): Promise<unknown[]> {
  const { rows } = await sql`
    select s.*, l.reserved as held, l.sold as bought, p.available as total
    from (
      select product_id, sum(available) as available, sum(reserved) as reserved, sum(sold) as sold
      from stock group by product_id
    ) as s
    left join product_stock as p using (product_id)
    left join (
      select
        product_id,
        sum(quantity) filter (where status = 'HELD') as reserved,
        sum(quantity) filter (where status = 'COMMITTED') as sold
      from reservation_line join reservation using (order_id) group by product_id
    ) as l using (product_id)
    where s.available <> p.available
      or s.reserved <> coalesce(l.reserved, 0)
      or s.sold <> coalesce(l.sold, 0)
  `.execute(shop.db);
  return rows;
}

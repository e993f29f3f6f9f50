import * as fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { HOLD_MS, openShop, orderEvent, type Shop } from '../testing/shop.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { claimOf, claimOne, findBrokenSales, openSale, unitsOf } from './testing/sale.ts';

/** Random work against a model that knows no rows, no Redis and no warehouses: who has how many units of one sale. */
type Step =
  | { kind: 'claim'; user: number; quantity: number }
  | { kind: 'repeat'; purchase: number }
  | { kind: 'confirm'; purchase: number }
  | { kind: 'cancel'; purchase: number }
  | { kind: 'expire' }
  | { kind: 'flush' }
  | { kind: 'end' };

const RUNS = 30;
/** Some thousand transactions, on a machine that may be busy. */
const TIMEOUT_MS = 60_000;
const [UNITS, LIMIT, USERS] = [6, 3, 4];

const purchase = fc.nat({ max: 11 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('claim' as const),
      user: fc.nat({ max: USERS - 1 }),
      quantity: fc.integer({ min: 1, max: LIMIT }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('repeat' as const, 'confirm' as const, 'cancel' as const),
      purchase,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('expire' as const, 'flush' as const, 'flush' as const, 'end' as const),
    }),
  },
);

interface Purchase {
  user: number;
  quantity: number;
  state: 'HELD' | 'SOLD' | 'GONE' | 'CANCELLED';
}

class Model {
  left = UNITS;
  isOver = false;
  readonly purchases: Purchase[] = [];

  claim(user: number, quantity: number): string {
    if (this.isOver) return 'ENDED';
    if (this.has(user) + quantity > LIMIT) return 'LIMIT_REACHED';
    if (quantity > this.left) return 'SOLD_OUT';
    this.left -= quantity;
    this.purchases.push({ user, quantity, state: 'HELD' });
    return 'CLAIMED';
  }

  confirm(it: Purchase): void {
    if (it.state === 'HELD') it.state = 'SOLD';
  }

  giveBack(it: Purchase, state: 'GONE' | 'CANCELLED'): void {
    if (it.state === 'HELD' || it.state === 'SOLD') this.left += it.quantity;
    it.state = state;
  }

  expire(): void {
    for (const it of this.purchases) if (it.state === 'HELD') this.giveBack(it, 'GONE');
  }

  sum(state: Purchase['state']): number {
    return this.purchases
      .filter((it) => it.state === state)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  private has(user: number): number {
    return this.purchases
      .filter((it) => it.user === user && (it.state === 'HELD' || it.state === 'SOLD'))
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }
}

test(
  'does what the model does, whatever happens',
  async () => {
    await using shop = await openShop({ maxAttempts: 1_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const sale = await openSale(shop, { units: UNITS, limitPerUser: LIMIT });
        const model = new Model();
        const answers = await runSteps(shop, sale, model, steps);

        expect(answers.map(([answer]) => answer)).toEqual(answers.map(([, expected]) => expected));
        expect(await unitsOf(shop, sale.id)).toEqual({
          available: model.isOver ? 0 : model.left,
          returned: model.isOver ? model.left : 0,
          reserved: model.sum('HELD'),
          sold: model.sum('SOLD'),
        });
        expect(await findBrokenSales(shop)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_260_301 },
    );
  },
  TIMEOUT_MS,
);

/** What each claim was answered, and what the model says. */
async function runSteps(shop: Shop, sale: FlashSale, model: Model, steps: readonly Step[]) {
  const people = Array.from({ length: USERS }, () => newId());
  const claims: ReturnType<typeof claimOf>[] = [];
  const answers: [answer: string, expected: string][] = [];

  for (const it of steps) {
    if (it.kind === 'claim') {
      const claim = claimOf(sale, { userId: people[it.user] ?? '', quantity: it.quantity });
      const { answer } = await claimOne(shop.flash, claim);
      answers.push([answer, model.claim(it.user, it.quantity)]);
      if (answer === 'CLAIMED') claims.push(claim);
    } else if (it.kind === 'flush') {
      await shop.redis.flushdb();
    } else if (it.kind === 'expire') {
      shop.wait(HOLD_MS);
      await shop.releaseExpired();
      model.expire();
    } else if (it.kind === 'end') {
      await shop.flash.cancel(sale.id);
      model.isOver = true;
    } else {
      const [claim, known] = [claims[it.purchase], model.purchases[it.purchase]];
      if (claim === undefined || known === undefined) continue;
      await onPurchase(shop, sale, model, { kind: it.kind, claim, known });
    }
    await shop.flash.close();
  }
  return answers;
}

async function onPurchase(
  shop: Shop,
  { productId }: FlashSale,
  model: Model,
  it: { kind: 'repeat' | 'confirm' | 'cancel'; claim: ReturnType<typeof claimOf>; known: Purchase },
): Promise<void> {
  const { claim, known } = it;
  const { orderId, quantity } = claim;
  if (it.kind === 'repeat') {
    const { answer, ...rest } = await claimOne(shop.flash, { ...claim, orderId: newId() });
    if (known.state === 'HELD' || known.state === 'SOLD') {
      if (answer === 'CLAIMED') expect(rest).toEqual({ orderId });
      // After the end Redis has forgotten the keys: the order is found where it was placed.
      else expect([answer, model.isOver]).toEqual(['ENDED', true]);
    } else expect(answer).not.toBe('CLAIMED');
  } else if (it.kind === 'confirm') {
    await shop.handle([orderEvent('order.confirmed', orderId, [{ productId, quantity }])]);
    model.confirm(known);
  } else {
    await shop.handle([orderEvent('order.cancelled', orderId)]);
    model.giveBack(known, 'CANCELLED');
  }
}

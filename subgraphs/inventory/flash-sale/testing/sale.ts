import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Shop } from '../../testing/shop.ts';
import type { AskedClaim } from '../data/sale-copy.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import type { ClaimAnswer, FlashDesk } from '../flash-desk.ts';

const DAY_MS = 86_400_000;

export interface SaleOptions {
  units?: number;
  /** Of the product, beside those of the sale. */
  otherUnits?: number;
  limitPerUser?: number;
  /** From now. */
  startsInMs?: number;
  lastsMs?: number;
  productId?: string;
}

/** Codes of warehouses are unique and short. */
let warehouses = 0;

/** A sale of a product of its own, which runs. */
export async function openSale(shop: Shop, options: SaleOptions = {}): Promise<FlashSale> {
  const { units = 5, otherUnits = 0, limitPerUser = 1 } = options;
  const { startsInMs = 0, lastsMs = DAY_MS } = options;
  const productId =
    options.productId ??
    (await shop.product(units + otherUnits, await shop.warehouse(`W${++warehouses}`)));
  const startsAt = new Date(shop.now().getTime() + startsInMs);
  const scheduling = await shop.flash.schedule({
    id: newId(),
    productId,
    priceCents: 500,
    currency: 'USD',
    units,
    limitPerUser,
    startsAt,
    endsAt: new Date(startsAt.getTime() + lastsMs),
    createdBy: 'user:ada',
    createdAt: shop.now(),
  });
  if (scheduling.outcome !== 'SCHEDULED') throw new Error(`scheduling: ${scheduling.outcome}`);
  return scheduling.sale;
}

/** A claim of one unit by somebody new. */
export const claimOf = (
  { id }: Pick<FlashSale, 'id'>,
  claim: Partial<AskedClaim> = {},
): AskedClaim => ({
  saleId: id,
  orderId: newId(),
  userId: newId(),
  quantity: 1,
  idempotencyKey: newId(),
  contentHash: 'as it is',
  ...claim,
});

export async function claimOne(desk: FlashDesk, claim: AskedClaim): Promise<ClaimAnswer> {
  const [answer] = await desk.claim([claim]);
  if (answer === undefined) throw new Error('a claim got no answer');
  return answer;
}

/** Answers by how often they were given. */
export function countAnswers(answers: readonly { answer: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answer } of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

/** As PostgreSQL has them. */
export async function unitsOf({ db }: Shop, saleId: string) {
  return db
    .selectFrom('flash_sale')
    .select(['available', 'reserved', 'sold', 'returned'])
    .where('id', '=', saleId)
    .executeTakeFirstOrThrow();
}

/** Stock, sales, buyers and orders that do not say the same. */
export async function findBrokenSales({ db }: Shop): Promise<unknown[]> {
  const { rows } = await sql`
    select 'sale and its warehouses' as what, f.id
    from flash_sale f join (
      select sale_id, sum(available) as available, sum(reserved) as reserved, sum(sold) as sold,
        sum(returned) as returned
      from flash_sale_stock group by sale_id
    ) s on s.sale_id = f.id
    where (f.available, f.reserved, f.sold, f.returned)
      is distinct from (s.available, s.reserved, s.sold, s.returned)
    union all
    select 'stock set aside', s.product_id
    from stock s left join (
      select product_id, warehouse_id, sum(available) as available
      from flash_sale_stock group by product_id, warehouse_id
    ) f using (product_id, warehouse_id)
    where s.set_aside <> coalesce(f.available, 0)
    union all
    select 'sale and its orders', f.id
    from flash_sale f left join (
      select sale_id,
        sum(units) filter (where status = 'HELD') as reserved,
        sum(units) filter (where status = 'COMMITTED') as sold
      from flash_claim join reservation using (order_id) group by sale_id
    ) c on c.sale_id = f.id
    where (f.reserved, f.sold) is distinct from (coalesce(c.reserved, 0), coalesce(c.sold, 0))
    union all
    select 'buyer and their orders', b.user_id
    from flash_buyer b left join (
      select sale_id, user_id, sum(units) as units
      from flash_claim join reservation using (order_id)
      where status in ('HELD', 'COMMITTED') group by sale_id, user_id
    ) c using (sale_id, user_id)
    where b.units <> coalesce(c.units, 0)
  `.execute(db);
  return rows;
}

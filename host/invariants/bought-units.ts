import {
  MAX_VIOLATIONS,
  type DatabaseName,
  type Finding,
  type Invariant,
  type Places,
  type Violation,
} from './invariant.ts';

// Two databases are compared by fingerprints: each counts what it has in BUCKETS buckets by the order's id, and
// only buckets that differ are read. So ten million orders cost one pass on each side and next to no memory.
const BUCKETS = 1024;
/** Buckets that are read; the rest differs as well, and is counted by these. */
const MAX_BUCKETS_READ = 16;

/** Units of a product that an order has; several warehouses may send them. */
const UNITS: Readonly<Record<'orders' | 'inventory', string>> = {
  orders: `from order_line line join customer_order o on o.id = line.order_id
    where line.order_id >= $1::uuid and o.is_stock_committed and o.status <> 'CANCELLED'`,
  inventory: `from reservation_line line join reservation r on r.order_id = line.order_id
    where line.order_id >= $1::uuid and r.status = 'COMMITTED'`,
};

const bucket = `uuid_hash_extended(line.order_id, 0) & ${BUCKETS - 1}`;
/** Linear in the units, so that it does not matter by how many rows they are told. */
const fingerprint = `sum(((uuid_hash_extended(line.order_id, 1) # uuid_hash_extended(line.product_id, 2))
  & 1073741823)::numeric * line.quantity)::text`;

export const boughtUnits: Invariant = {
  name: 'bought-units',
  says: 'what orders have bought is what inventory has sold them, unit by unit',
  // Inventory sells first, and the order is told a moment later; a cancellation goes the other way.
  isEventual: true,
  async check(places, { sinceId }): Promise<Finding> {
    const [bought, sold] = [
      await countBuckets(places, 'orders', sinceId),
      await countBuckets(places, 'inventory', sinceId),
    ];
    const looked = Array.from(bought.values()).reduce((sum, { lines }) => sum + lines, 0);
    const differing = Array.from({ length: BUCKETS }, (_, index) => index).filter(
      (index) => bought.get(index)?.fingerprint !== sold.get(index)?.fingerprint,
    );
    const violations = (
      await Promise.all(
        differing.slice(0, MAX_BUCKETS_READ).map((each) => compareBucket(places, each, sinceId)),
      )
    ).flat();
    return {
      looked,
      broken: violations.length,
      violations: violations.slice(0, MAX_VIOLATIONS),
    };
  },
};

interface Bucket {
  bucket: number;
  lines: number;
  fingerprint: string;
}

type Side = Extract<DatabaseName, 'orders' | 'inventory'>;

async function countBuckets({ query }: Places, side: Side, sinceId: string) {
  const rows = await query<Bucket>(
    side,
    `select (${bucket})::int as bucket, count(*)::float8 as lines, ${fingerprint} as fingerprint
     ${UNITS[side]} group by 1`,
    [sinceId],
  );
  return new Map(rows.map((row) => [row.bucket, row]));
}

async function compareBucket(places: Places, index: number, sinceId: string) {
  const [bought, sold] = [
    await readBucket(places, 'orders', index, sinceId),
    await readBucket(places, 'inventory', index, sinceId),
  ];
  const subjects = new Set([...bought.keys(), ...sold.keys()]);
  return Array.from(subjects).flatMap((subject): Violation[] => {
    const [ours, theirs] = [bought.get(subject) ?? 0, sold.get(subject) ?? 0];
    if (ours === theirs) return [];
    return [{ subject, text: `the order has ${ours} units, inventory has sold it ${theirs}` }];
  });
}

async function readBucket({ query }: Places, side: Side, index: number, sinceId: string) {
  const rows = await query<{ subject: string; units: number }>(
    side,
    `select line.order_id || ' ' || line.product_id as subject, sum(line.quantity)::int as units
     ${UNITS[side]} and (${bucket}) = $2 group by 1`,
    [sinceId, index],
  );
  return new Map(rows.map(({ subject, units }) => [subject, units]));
}

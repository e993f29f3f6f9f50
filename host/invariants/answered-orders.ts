import { readFile } from 'node:fs/promises';
import { MAX_VIOLATIONS, type Places, type Violation } from './invariant.ts';
import type { Examined } from './examine.ts';

const BATCH = 10_000;
const ENDED = new Set(['DELIVERED', 'CANCELLED']);

/** Orders that a client was told of: each is there, and has come to its end. */
export async function countMissingOrders({ query }: Places, file: string): Promise<Examined> {
  const startedAt = performance.now();
  const ids = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const violations: Violation[] = [];
  let broken = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const rows = await query<{ id: string; status: string }>(
      'orders',
      'select id, status from customer_order where id = any($1::uuid[])',
      [batch],
    );
    const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
    for (const id of batch) {
      const status = statusOf.get(id);
      if (status !== undefined && ENDED.has(status)) continue;
      broken += 1;
      if (violations.length < MAX_VIOLATIONS)
        violations.push({ subject: id, text: status ?? 'missing' });
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const says = 'every order that was answered is there, and has ended';
  return { name: 'answered-orders', says, seconds, looked: ids.length, broken, violations };
}

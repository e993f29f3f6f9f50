import type { Client } from 'pg';
import type { CopyValue } from '../loading/copy-encoding.ts';
import type { CopyTable } from '../loading/copy-rows.ts';
import type { FlashSaleSeed } from './flash-sales.ts';
import type { OrderSeed } from './order-seed.ts';

/** What was planted among the orders. The product knows neither table: checks compare with them what it found. */
export async function openTruth(client: Client): Promise<void> {
  await client.query(`
    create table if not exists seed_fraud (
      order_id uuid primary key,
      case_number integer not null,
      kind text not null check (kind in ('SHARED_IP', 'ADDRESS_CHANGES', 'NEW_ACCOUNT'))
    );
    create table if not exists seed_flash_sale (
      product_id uuid not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      primary key (product_id, starts_at)
    );
  `);
}

export const FRAUD: CopyTable = {
  name: 'seed_fraud',
  columns: { order_id: 'uuid', case_number: 'int4', kind: 'text' },
};

export function toFraud({ id, fraud }: OrderSeed): CopyValue[][] {
  return fraud === undefined ? [] : [[id, fraud.caseNumber, fraud.kind]];
}

export const FLASH_SALES: CopyTable = {
  name: 'seed_flash_sale',
  columns: { product_id: 'uuid', starts_at: 'timestamptz', ends_at: 'timestamptz' },
};

export function toFlashSale({ products, startsAt, endsAt }: FlashSaleSeed): CopyValue[][] {
  return products.map(({ id }) => [id, startsAt, endsAt]);
}

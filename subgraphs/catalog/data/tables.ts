import type { Generated, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';

export interface Tables extends MessagingTables {
  category: CategoryTable;
  product: ProductTable;
  search_word: { word: string };
}

interface CategoryTable {
  id: string;
  slug: string;
  name: string;
  image_url: string;
}

interface ProductTable {
  id: string;
  sku: string;
  name: string;
  description: string;
  price_cents: number;
  currency: string;
  category_id: string;
  image_url: string;
  status: Generated<'ACTIVE' | 'ARCHIVED'>;
  is_in_stock: Generated<boolean>;
  stock_version: Generated<number>;
  version: Generated<number>;
  revision: Generated<number>;
  created_at: Date;
  updated_at: Date;
  search: Generated<string>;
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

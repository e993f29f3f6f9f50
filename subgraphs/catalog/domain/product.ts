export type ProductStatus = 'ACTIVE' | 'ARCHIVED';

export interface Product {
  id: string;
  sku: string;
  name: string;
  description: string;
  priceCents: number;
  currency: string;
  categoryId: string;
  imageUrl: string;
  status: ProductStatus;
  isInStock: boolean;
  /** Counts an editor's changes. */
  version: number;
  /** Counts all changes, those of the stock too. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface Category {
  id: string;
  slug: string;
  name: string;
  imageUrl: string;
}

/** What an editor may set. A field left out stays as it is. */
export interface ProductChanges {
  name?: string;
  description?: string;
  priceCents?: number;
  categoryId?: string;
  imageUrl?: string;
  status?: ProductStatus;
}

export type ChangeDecision =
  | { outcome: 'CHANGED'; product: Product; event: 'product.updated' | 'product.archived' }
  | { outcome: 'SAME' }
  | { outcome: 'CONFLICT' };

/** `basedOn` is the version that the editor has seen; undefined means whatever it is. */
export function changeProduct(
  product: Product,
  changes: ProductChanges,
  basedOn: number | undefined,
  now: Date,
): ChangeDecision {
  if (basedOn !== undefined && basedOn !== product.version) return { outcome: 'CONFLICT' };

  const changed = {
    ...product,
    ...changes,
    version: product.version + 1,
    revision: product.revision + 1,
    updatedAt: now,
  };
  const names = Object.keys(changes) as (keyof ProductChanges)[];
  if (names.every((name) => changed[name] === product[name])) return { outcome: 'SAME' };

  const isArchived = changed.status === 'ARCHIVED' && product.status !== 'ARCHIVED';
  const event = isArchived ? 'product.archived' : 'product.updated';
  return { outcome: 'CHANGED', product: changed, event };
}

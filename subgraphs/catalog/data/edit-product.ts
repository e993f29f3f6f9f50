import { isId } from '#platform/database/ids.ts';
import { AppError } from '#platform/errors.ts';
import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { PRODUCT_EVENTS, type ProductEvent } from '#schema/events/product-events.ts';
import { changeProduct, type Product, type ProductChanges } from '../domain/product.ts';
import type { ProductCache } from './product-cache.ts';
import type { ProductCounts } from './product-counts.ts';
import { insertProduct, lockProduct, saveProduct } from './product.repository.ts';
import type { Tables, Tx } from './tables.ts';

/** What an edit touches: the rows, and what is kept of them elsewhere. */
export interface ProductEditing {
  store: Store<Tables>;
  cache: ProductCache;
  counts: ProductCounts;
  lists: { forget: () => void };
  now: () => Date;
  newId: () => string;
}

export type NewProduct = Pick<
  Product,
  'sku' | 'name' | 'description' | 'priceCents' | 'currency' | 'categoryId' | 'imageUrl'
>;

/** Undefined when the article number is taken. */
export async function createProduct(
  editing: ProductEditing,
  input: NewProduct,
): Promise<Product | undefined> {
  const { store, now, newId } = editing;
  const time = now();
  const product: Product = {
    ...input,
    id: newId(),
    status: 'ACTIVE',
    isInStock: false,
    version: 1,
    revision: 1,
    createdAt: time,
    updatedAt: time,
  };

  const isStored = await store.transact(async (tx) => {
    if (!(await insertProduct(tx, product))) return false;
    await announce(tx, editing, product.id, 'product.created');
    return true;
  });
  if (!isStored) return undefined;
  await refresh(editing, product);
  return product;
}

/** `product` is what is stored afterwards. Throws NOT_FOUND. */
export async function updateProduct(
  editing: ProductEditing,
  id: string,
  changes: ProductChanges,
  basedOn: number | undefined,
): Promise<{ isConflict: boolean; product: Product }> {
  const { store, now } = editing;
  const result = await store.transact(async (tx) => {
    const stored = isId(id) ? await lockProduct(tx, id) : undefined;
    if (stored === undefined) throw new AppError('NOT_FOUND', `there is no product ${id}`);

    const decision = changeProduct(stored, changes, basedOn, now());
    if (decision.outcome !== 'CHANGED') {
      return { isConflict: decision.outcome === 'CONFLICT', product: stored };
    }
    await saveProduct(tx, decision.product);
    await announce(tx, editing, id, decision.event);
    return { isConflict: false, product: decision.product };
  });
  await refresh(editing, result.product);
  return result;
}

/** An archived product stays as it is. Throws NOT_FOUND. */
export async function archiveProduct(editing: ProductEditing, id: string): Promise<Product> {
  const { product } = await updateProduct(editing, id, { status: 'ARCHIVED' }, undefined);
  return product;
}

async function announce(
  tx: Tx,
  { now, newId }: ProductEditing,
  productId: string,
  type: ProductEvent['type'],
): Promise<void> {
  const data: ProductEvent['data'] = { productId };
  const envelope = { id: newId(), type, key: productId, time: now().toISOString(), data };
  await appendToOutbox(tx, [{ topic: PRODUCT_EVENTS, envelope }]);
}

/** After the commit. The consumer of product events does the same again, should this process end here. */
async function refresh({ cache, counts, lists }: ProductEditing, product: Product): Promise<void> {
  counts.forget();
  lists.forget();
  await cache.put([product]);
}

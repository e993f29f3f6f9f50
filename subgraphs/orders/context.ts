import DataLoader from 'dataloader';
import { isId } from '#platform/database/ids.ts';
import type { Live } from '#platform/live/live.ts';
import { hasScope, isUser, type Viewer } from '#platform/identity/viewer.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { Carts } from './cart/carts.ts';
import type { CatalogProduct, FindProduct } from './checkout/catalog-products.ts';
import type { CheckoutOutcome, CheckoutRequest } from './checkout/checkout.ts';
import { createOrderLoaders, type OrderLoaders } from './data/order.loaders.ts';
import type { OrderRecord } from './data/order.repository.ts';
import type { Db } from './data/tables.ts';
import type { FlashOrders } from './flash/flash-sales.ts';
import type { OrderDesk } from './saga/order-desk.ts';

/** What the resolvers use of the subgraph. */
export interface Shop {
  db: Db;
  live: Live;
  carts: Carts;
  findProduct: FindProduct;
  flash: Pick<FlashOrders, 'buy' | 'follow'>;
  now: () => Date;
  checkout: (request: CheckoutRequest) => Promise<CheckoutOutcome>;
  desk: OrderDesk;
}

export interface Context extends Shop {
  viewer: Viewer;
  /** Where the change comes from, if that is known. */
  clientAddress: string | undefined;
  signal: AbortSignal | undefined;
  loaders: OrderLoaders;
  products: DataLoader<string, CatalogProduct | undefined>;
}

/** Called once a request: loaders cache what one viewer may see. */
export function createContext(
  shop: Shop,
  { viewer, clientAddress, signal }: RequestScope,
): Context {
  return {
    ...shop,
    viewer,
    clientAddress,
    signal,
    loaders: createOrderLoaders(shop.db),
    products: new DataLoader((ids) => Promise.all(ids.map((id) => shop.findProduct(id)))),
  };
}

export function maySee(viewer: Viewer, order: OrderRecord): boolean {
  return isUser(viewer, order.userId) || hasScope(viewer, 'orders:read');
}

/** The order when there is one that the viewer may see. */
export async function findVisibleOrder(
  { loaders, viewer }: Pick<Context, 'loaders' | 'viewer'>,
  id: string,
): Promise<OrderRecord | undefined> {
  if (!isId(id)) return undefined;
  const order = await loaders.orders.load(id.toLowerCase());
  return order !== undefined && maySee(viewer, order) ? order : undefined;
}

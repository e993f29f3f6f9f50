import type { CartLine } from './domain/cart.ts';
import type { OrderCount } from './data/count-orders.ts';
import type { OrderLineRecord } from './data/order.loaders.ts';
import type { OrderRecord } from './data/order.repository.ts';
import type { PaymentRecord } from './data/payment.repository.ts';
import type { ShipmentRecord } from './data/shipment.repository.ts';
import type { Page } from '#platform/graphql/page.ts';

export interface ProductReference {
  __typename: 'Product';
  id: string;
}

export interface UserReference {
  __typename: 'User';
  id: string;
}

export interface FlashSaleReference {
  __typename: 'FlashSale';
  id: string;
}

export interface CartModel {
  lines: readonly CartLine[];
}

export type CartLineModel = CartLine;
/** The name tells it from the other members of a union. */
export type OrderModel = OrderRecord & { __typename?: 'Order' };
export type OrderLineModel = OrderLineRecord & { currency: string };
export type PaymentModel = PaymentRecord;
export type ShipmentModel = ShipmentRecord;

/** A page, and the count of the whole list, which is made once if somebody asks. */
export interface OrderConnectionModel extends Page<OrderModel> {
  countAll: () => Promise<OrderCount>;
}

export const toProduct = (id: string): ProductReference => ({ __typename: 'Product', id });
export const toFlashSale = (id: string): FlashSaleReference => ({ __typename: 'FlashSale', id });

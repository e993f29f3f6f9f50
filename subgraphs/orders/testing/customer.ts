import { randomUUID } from 'node:crypto';
import type { UserViewer } from '#platform/identity/viewer.ts';
import { ask, userViewer, type OrderWorld } from './order-world.ts';

export const ADDRESS = {
  recipient: 'Ada Lovelace',
  line1: '1 Analytical Way',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};

export interface OrderView {
  id: string;
  status: string;
  total: { amountCents: number };
  timeline: { status: string; message: string }[];
  payment: { status: string; failure: string | null; attempts: number } | null;
  shipment: { id: string; status: string } | null;
  cancellationReason: string | null;
  isCancellable: boolean;
}

export interface CheckoutView {
  __typename: string;
  id?: string;
  message?: string;
  missing?: { requested: number; available: number }[];
  retryAfterMs?: number;
}

export interface CartView {
  totalQuantity: number;
  lines: { product: { id: string }; quantity: number }[];
  subtotal: { amountCents: number };
  shippingFee: { amountCents: number };
  total: { amountCents: number };
}

const CART = `{
  totalQuantity lines { product { id } quantity }
  subtotal { amountCents } shippingFee { amountCents } total { amountCents }
}`;

const ORDER = `{
  id status total { amountCents } timeline { status message } cancellationReason isCancellable
  payment { status failure attempts } shipment { id status }
}`;

const CHECKOUT = `mutation ($input: CheckoutInput!) {
  checkout(input: $input) {
    __typename
    ... on Order { id }
    ... on OutOfStock { message missing { requested available } }
    ... on RateLimited { message retryAfterMs }
    ... on Busy { message retryAfterMs }
  }
}`;

/** A signed-in user, as the tests speak of one. */
export function customer(world: OrderWorld, viewer: UserViewer = userViewer()) {
  const checkout = async (
    input: {
      key?: string;
      token?: string;
      address?: Partial<typeof ADDRESS>;
    } = {},
  ): Promise<CheckoutView> => {
    const { key = randomUUID(), token = 'tok_visa', address = {} } = input;
    const answer = await ask<{ checkout: CheckoutView }>(world, viewer, CHECKOUT, {
      input: {
        idempotencyKey: key,
        paymentToken: token,
        shippingAddress: { ...ADDRESS, ...address },
      },
    });
    return answer.checkout;
  };
  const put = async (productId: string, quantity = 1): Promise<CartView> => {
    const query = `mutation ($input: AddToCartInput!) { addToCart(input: $input) ${CART} }`;
    const variables = { input: { productId, quantity } };
    return (await ask<{ addToCart: CartView }>(world, viewer, query, variables)).addToCart;
  };

  return {
    viewer,
    put,
    checkout,
    cart: async () => (await ask<{ cart: CartView }>(world, viewer, `{ cart ${CART} }`)).cart,
    order: async (id: string): Promise<OrderView> => {
      const query = `query ($id: ID!) { order(id: $id) ${ORDER} }`;
      return (await ask<{ order: OrderView }>(world, viewer, query, { id })).order;
    },
    cancel: async (orderId: string, idempotencyKey?: string) => {
      const query = `mutation ($input: CancelOrderInput!) {
        cancelOrder(input: $input) {
          __typename
          ... on Order { status }
          ... on OrderNotCancellable { message }
          ... on IdempotencyConflict { message }
        }
      }`;
      type Answer = { cancelOrder: { __typename: string; status?: string; message?: string } };
      const input = { orderId, idempotencyKey };
      return (await ask<Answer>(world, viewer, query, { input })).cancelOrder;
    },
    refund: async (orderId: string, idempotencyKey: string = randomUUID()) => {
      const query = `mutation ($input: RefundOrderInput!) {
        refundOrder(input: $input) {
          __typename
          ... on Order { status }
          ... on OrderNotRefundable { message }
          ... on IdempotencyConflict { message }
        }
      }`;
      type Answer = { refundOrder: { __typename: string; status?: string; message?: string } };
      const input = { orderId, idempotencyKey };
      return (await ask<Answer>(world, viewer, query, { input })).refundOrder;
    },
    /** Puts a product into the cart, checks out, and answers the order's id. */
    placeOrder: async (options: { productId?: string; quantity?: number; token?: string } = {}) => {
      const { productId = world.addProduct(), quantity = 1, token = 'tok_visa' } = options;
      await put(productId, quantity);
      const result = await checkout({ token });
      if (result.id === undefined) throw new Error(`checkout answered ${result.__typename}`);
      return result.id;
    },
  };
}

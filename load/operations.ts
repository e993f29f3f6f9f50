import { readFileSync } from 'node:fs';
import type { StepPlan } from './driver/plan.ts';

const FILE = new URL('../schema/operations/generated/persisted-documents.json', import.meta.url);

/** Where the number of a journey goes. */
const NUMBER = '{{journey}}';
/** Where the id of the order goes that the step before was answered with. */
const ID = '{{id}}';

const ADDRESS = {
  recipient: 'Load',
  line1: 'Test 1',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};

/** What the shop's own pages send: the hash of a registered operation. Its text is sent where it is not registered. */
interface Operation {
  /** Tells it among the registered ones. */
  begins: string;
  text: string;
}

const ADD_TO_CART: Operation = {
  begins: 'mutation AddToCart(',
  text: 'mutation AddToCart($input: AddToCartInput!) { addToCart(input: $input) { totalQuantity } }',
};
const CHECKOUT: Operation = {
  begins: 'mutation Checkout(',
  text: 'mutation Checkout($input: CheckoutInput!) { checkout(input: $input) { __typename ... on Order { id status } } }',
};
const PLACE_FLASH_ORDER: Operation = {
  begins: 'mutation PlaceFlashOrder(',
  text: 'mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) { placeFlashOrder(input: $input) { __typename ... on Order { id status } ... on QueuePlace { id position } } }',
};
const CANCEL_ORDER: Operation = {
  begins: 'mutation CancelOrder(',
  text: 'mutation CancelOrder($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename ... on Order { id status } } }',
};

export function addToCart(productId: string): StepPlan {
  return {
    name: 'add to cart',
    pieces: bodyOf(ADD_TO_CART, { input: { productId } }),
    field: 'addToCart',
    goesOnWith: ['Cart', 'addToCart'],
    gap: 'number',
    placesOrder: false,
  };
}

/** `run` keeps the keys of one run apart from those of another. */
export function checkout(run: string, paymentToken: string): StepPlan {
  return {
    name: 'checkout',
    pieces: bodyOf(CHECKOUT, {
      input: { idempotencyKey: `${run}-${NUMBER}`, paymentToken, shippingAddress: ADDRESS },
    }),
    field: 'checkout',
    goesOnWith: ['Order'],
    gap: 'number',
    placesOrder: true,
  };
}

export function placeFlashOrder(run: string, saleId: string, paymentToken = 'tok_visa'): StepPlan {
  return {
    name: 'flash order',
    pieces: bodyOf(PLACE_FLASH_ORDER, {
      input: {
        saleId,
        idempotencyKey: `${run}-${NUMBER}`,
        paymentToken,
        shippingAddress: ADDRESS,
      },
    }),
    field: 'placeFlashOrder',
    goesOnWith: ['Order'],
    gap: 'number',
    placesOrder: true,
  };
}

/** Cancels what the step before has ordered, at some moment within `afterMs`. */
export function cancelOrder(afterMs: number): StepPlan {
  return {
    name: 'cancel',
    pieces: bodyOf(CANCEL_ORDER, { input: { orderId: ID } }, ID),
    field: 'cancelOrder',
    goesOnWith: [],
    gap: 'id',
    placesOrder: false,
    afterMs,
  };
}

function bodyOf({ begins, text }: Operation, variables: object, gap = NUMBER): string[] {
  const hash = findHash(begins);
  const body =
    hash === undefined
      ? { query: text, variables }
      : { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
  return JSON.stringify(body).split(gap);
}

function findHash(begins: string): string | undefined {
  const registered = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  return Object.entries(registered).find(([, text]) => text.includes(begins))?.[0];
}

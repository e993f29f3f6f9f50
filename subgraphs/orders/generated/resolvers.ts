import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductReference, UserReference, FlashSaleReference, CartModel, CartLineModel, OrderModel, OrderConnectionModel, OrderLineModel, PaymentModel, ShipmentModel } from '../models.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as ISO 8601 in UTC, such as 2026-03-01T12:00:00.000Z. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Units to put into the cart. */
export type AddToCartInput = {
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
  /** Units, 1 to 99. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** More people wait than the shop lets wait. Nothing was ordered. */
export type Busy = {
  readonly __typename?: 'Busy';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** When to try again, in milliseconds from now. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** Which order to cancel. */
export type CancelOrderInput = {
  /** A key of the caller's choice, 8 to 100 characters: the same key within 24 hours gets the same answer, and a conflict for another order. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** What `cancelOrder` answers. */
export type CancelOrderResult = IdempotencyConflict | Order | OrderNotCancellable;

/** Why an order was cancelled. */
export type CancellationReason =
  /** An administrator asked for it. */
  | 'ADMIN_REQUEST'
  /** The customer asked for it. */
  | 'CUSTOMER_REQUEST'
  /** The card lacked funds. */
  | 'INSUFFICIENT_FUNDS'
  /** A product had sold out. */
  | 'OUT_OF_STOCK'
  /** The card was declined. */
  | 'PAYMENT_DECLINED'
  /** The payment provider did not answer in time. */
  | 'PAYMENT_TIMED_OUT'
  /** It was not paid while the stock was held. */
  | 'RESERVATION_EXPIRED'
  /** The carrier gave the parcel back again and again. */
  | 'SHIPMENT_FAILED'
  /** A step did not finish within its limit. */
  | 'STALLED';

/** What a user is about to order. Prices are today's; checkout fixes them. */
export type Cart = {
  readonly __typename?: 'Cart';
  /** The products and their units, oldest first. */
  readonly lines: ReadonlyArray<CartLine>;
  /** What shipping costs for this cart. */
  readonly shippingFee: Money;
  /** Sum of all lines that can be bought. */
  readonly subtotal: Money;
  /** Subtotal and shipping. */
  readonly total: Money;
  /** Units over all lines. */
  readonly totalQuantity: Scalars['Int']['output'];
};

/** There is nothing in the cart. */
export type CartEmpty = {
  readonly __typename?: 'CartEmpty';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** A product in a cart. */
export type CartLine = {
  readonly __typename?: 'CartLine';
  /** Price of all units; null when the product can no longer be bought. */
  readonly lineTotal?: Maybe<Money>;
  /** The product. */
  readonly product: Product;
  /** Units, 1 to 99. */
  readonly quantity: Scalars['Int']['output'];
  /** Price of one unit; null when the product can no longer be bought. */
  readonly unitPrice?: Maybe<Money>;
};

/** What checkout needs beside the cart. */
export type CheckoutInput = {
  /** A key of the caller's choice, 8 to 100 characters, new for each purchase: the same key within 24 hours places one order and gets the same answer. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The card, as a token of the payment provider; `testPaymentTokens` lists those of the simulation. */
  readonly paymentToken: Scalars['String']['input'];
  /** Where it goes. */
  readonly shippingAddress: ShippingAddressInput;
};

/** What `checkout` answers. */
export type CheckoutResult = Busy | CartEmpty | IdempotencyConflict | Order | OutOfStock | ProductsUnavailable | RateLimited;

/** Units of a product at a price of their own, for a while. */
export type FlashSale = {
  readonly __typename?: 'FlashSale';
  /** Identifies the sale in every subgraph. */
  readonly id: Scalars['ID']['output'];
};

/** The idempotency key was used for something else. */
export type IdempotencyConflict = {
  readonly __typename?: 'IdempotencyConflict';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** The user has bought as many units of the sale as one may. */
export type LimitReached = {
  readonly __typename?: 'LimitReached';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** Units that the user has bought. */
  readonly unitsBought: Scalars['Int']['output'];
};

/** A product with too few units left. */
export type MissingProduct = {
  readonly __typename?: 'MissingProduct';
  /** Units that are left. */
  readonly available: Scalars['Int']['output'];
  /** The product. */
  readonly product: Product;
  /** Units in the cart. */
  readonly requested: Scalars['Int']['output'];
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** In the currency's minor unit: 1999 is 19.99 USD. */
  readonly amountCents: Scalars['Int']['output'];
  /** ISO 4217 code, such as USD. */
  readonly currency: Scalars['String']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Puts units of a product into the cart, on top of those that are there. */
  readonly addToCart: Cart;
  /** Cancels an order that has not been shipped: the stock goes back, and what was paid is refunded. One's own, or any with the scope orders:write. */
  readonly cancelOrder: CancelOrderResult;
  /** Places an order for what is in the cart. The answer comes as soon as the order is stored; reservation, payment and shipping follow and are told by `orderUpdated`. */
  readonly checkout: CheckoutResult;
  /** Empties the cart. */
  readonly clearCart: Cart;
  /** Buys units of a flash sale at once, past the cart. The answer comes as soon as the units are the buyer's, or there is a place in the queue: then `queuePositionChanged` tells what becomes of it. */
  readonly placeFlashOrder: PlaceFlashOrderResult;
  /** Gives the whole payment of an order back that has been shipped or delivered, once. The order stays where it is; `payment` and the timeline tell when the money is back. */
  readonly refundOrder: RefundOrderResult;
  /** Sets the units of a product in the cart; 0 takes it out. */
  readonly setCartQuantity: Cart;
};


export type MutationAddToCartArgs = {
  input: AddToCartInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationCheckoutArgs = {
  input: CheckoutInput;
};


export type MutationPlaceFlashOrderArgs = {
  input: PlaceFlashOrderInput;
};


export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


export type MutationSetCartQuantityArgs = {
  input: SetCartQuantityInput;
};

/** Something that was ordered, and how far it has come. */
export type Order = {
  readonly __typename?: 'Order';
  /** Why it was cancelled; null unless it was. */
  readonly cancellationReason?: Maybe<CancellationReason>;
  /** Who ordered. */
  readonly customer: User;
  /** When the parcel should arrive; null when that is not known or no longer matters. */
  readonly estimatedDeliveryAt?: Maybe<Scalars['DateTime']['output']>;
  /** The flash sale that it was bought in; null for an order from the cart. */
  readonly flashSale?: Maybe<FlashSale>;
  /** Identifies the order. */
  readonly id: Scalars['ID']['output'];
  /** Whether `cancelOrder` would still work. */
  readonly isCancellable: Scalars['Boolean']['output'];
  /** What was ordered. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** The payment; null until stock is reserved. */
  readonly payment?: Maybe<Payment>;
  /** When it was placed. */
  readonly placedAt: Scalars['DateTime']['output'];
  /** The parcel; null until it is announced to the carrier, which most often is when the order is paid. */
  readonly shipment?: Maybe<Shipment>;
  /** Where it goes. */
  readonly shippingAddress: ShippingAddress;
  /** What shipping costs. */
  readonly shippingFee: Money;
  /** How far it has come. */
  readonly status: OrderStatus;
  /** Sum of all lines. */
  readonly subtotal: Money;
  /** What happened, oldest first. */
  readonly timeline: ReadonlyArray<OrderTimelineEntry>;
  /** Subtotal and shipping: what the customer pays. */
  readonly total: Money;
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A page of orders. */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  /** The orders with their cursors. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** Whether `totalCount` was counted. False for an estimate. */
  readonly isTotalCountExact: Scalars['Boolean']['output'];
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many orders match, over all pages. Up to some twenty thousand they are counted; of more this is an estimate from the database's statistics, rounded to two digits. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An order in a page. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  /** Give it as `after` to continue behind this order. */
  readonly cursor: Scalars['String']['output'];
  /** The order. */
  readonly node: Order;
};

/** Narrows a list of orders. Conditions add up. */
export type OrderFilter = {
  /** Of this customer; for administrators. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Total of at most this, in cents. */
  readonly maxTotalCents?: InputMaybe<Scalars['Int']['input']>;
  /** Total of at least this, in cents. */
  readonly minTotalCents?: InputMaybe<Scalars['Int']['input']>;
  /** Placed before. */
  readonly placedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Placed at or after. */
  readonly placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** With this product. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** The start of an order id, 8 or more characters of its end, or words of a product's name. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only with one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<OrderStatus>>;
};

/** A product that was ordered, as it was at that time. */
export type OrderLine = {
  readonly __typename?: 'OrderLine';
  /** Price of all units. */
  readonly lineTotal: Money;
  /** The product as it is now. */
  readonly product: Product;
  /** Its name when it was ordered. */
  readonly productName: Scalars['String']['output'];
  /** Units. */
  readonly quantity: Scalars['Int']['output'];
  /** Price of one unit when it was ordered. */
  readonly unitPrice: Money;
};

/** The order has been shipped, or has ended. Nothing was changed. */
export type OrderNotCancellable = {
  readonly __typename?: 'OrderNotCancellable';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** The order as it is. */
  readonly order: Order;
};

/** The order has not been shipped, or was cancelled. Nothing was changed. */
export type OrderNotRefundable = {
  readonly __typename?: 'OrderNotRefundable';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** The order as it is. */
  readonly order: Order;
};

/** The order of a list of orders. */
export type OrderSort =
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** Lowest total first. */
  | 'TOTAL_ASC'
  /** Highest total first. */
  | 'TOTAL_DESC';

/** How far an order has come. */
export type OrderStatus =
  /** Stock is reserved; the payment is on its way. */
  | 'AWAITING_PAYMENT'
  /** Cancelled; the timeline says why. Final. */
  | 'CANCELLED'
  /** Paid. */
  | 'CONFIRMED'
  /** The parcel has arrived. Final. */
  | 'DELIVERED'
  /** Placed; its stock is being reserved. */
  | 'PENDING'
  /** The parcel is being packed. */
  | 'PROCESSING'
  /** The parcel is on its way. */
  | 'SHIPPED';

/** Something that happened to an order. */
export type OrderTimelineEntry = {
  readonly __typename?: 'OrderTimelineEntry';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** The order's status from then on. */
  readonly status: OrderStatus;
};

/** At least one product has too few units left. No order was placed; the cart is as it was. */
export type OutOfStock = {
  readonly __typename?: 'OutOfStock';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** The lines that are short. */
  readonly missing: ReadonlyArray<MissingProduct>;
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** The payment of an order. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** What is charged. */
  readonly amount: Money;
  /** How often the provider was asked. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was charged. */
  readonly chargedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed; null unless it did. */
  readonly failure?: Maybe<PaymentFailure>;
  /** The card, such as Visa •••• 4242. */
  readonly method: Scalars['String']['output'];
  /** When it was given back. */
  readonly refundedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it has come. */
  readonly status: PaymentStatus;
};

/** Why a payment failed. */
export type PaymentFailure =
  /** The card was declined. */
  | 'CARD_DECLINED'
  /** The card lacked funds. */
  | 'INSUFFICIENT_FUNDS'
  /** The provider did not answer in time. */
  | 'TIMED_OUT';

/** How far a payment has come. */
export type PaymentStatus =
  /** Not charged. */
  | 'FAILED'
  /** Not decided yet. */
  | 'PENDING'
  /** Charged and given back. */
  | 'REFUNDED'
  /** Charged. */
  | 'SUCCEEDED';

/** A purchase in a flash sale. */
export type PlaceFlashOrderInput = {
  /** A key of the caller's choice, 8 to 100 characters, new for each purchase: the same key within 24 hours places one order and gets the same answer. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The card, as a token of the payment provider; `testPaymentTokens` lists those of the simulation. */
  readonly paymentToken: Scalars['String']['input'];
  /** Units, 1 to the sale's limit per user. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  /** The sale. */
  readonly saleId: Scalars['ID']['input'];
  /** Where it goes. */
  readonly shippingAddress: ShippingAddressInput;
};

/** What `placeFlashOrder` answers. */
export type PlaceFlashOrderResult = Busy | IdempotencyConflict | LimitReached | Order | QueuePlace | RateLimited | SaleEnded | SaleNotStarted | SoldOut;

/** Something the shop sells. */
export type Product = {
  readonly __typename?: 'Product';
  /** Identifies the product in every subgraph. */
  readonly id: Scalars['ID']['output'];
};

/** Some products in the cart can no longer be bought. No order was placed; the cart is as it was. */
export type ProductsUnavailable = {
  readonly __typename?: 'ProductsUnavailable';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** Those products. */
  readonly products: ReadonlyArray<Product>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The signed-in user's cart. */
  readonly cart: Cart;
  /** The signed-in user's orders. */
  readonly myOrders: OrderConnection;
  /** An order by id: one's own, or any with the scope orders:read. Null when there is none that the viewer may see. */
  readonly order?: Maybe<Order>;
  /** All orders, for administrators. */
  readonly orders: OrderConnection;
  /** What has become of one's own place in the queue of a flash sale; null when there is no such place. */
  readonly queuePlace?: Maybe<QueuedFlashOrder>;
  /** Tokens that stand for cards in the payment simulation, and what each of them does. */
  readonly testPaymentTokens: ReadonlyArray<TestPaymentToken>;
};


export type QueryMyOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<OrderSort>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<OrderSort>;
};


export type QueryQueuePlaceArgs = {
  id: Scalars['ID']['input'];
};

/** A place in the queue of a flash sale, in the order of arrival. Its order is placed without further ado when its turn comes. */
export type QueuePlace = {
  readonly __typename?: 'QueuePlace';
  /** How long it will take at the present pace. */
  readonly estimatedWaitMs: Scalars['Int']['output'];
  /** Identifies the place. */
  readonly id: Scalars['ID']['output'];
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** Where it stands, from 1. */
  readonly position: Scalars['Int']['output'];
  /** The sale. */
  readonly sale: FlashSale;
};

/** What becomes of a place in the queue: it moves on, or ends with an order, or with why there is none. */
export type QueuedFlashOrder = LimitReached | Order | QueuePlace | SaleEnded | SoldOut;

/** The user asks too often. */
export type RateLimited = {
  readonly __typename?: 'RateLimited';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** When to try again, in milliseconds from now. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** Which order's payment to give back. */
export type RefundOrderInput = {
  /** A key of the caller's choice, 8 to 100 characters: the same key within 24 hours gets the same answer, and a conflict for another order. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** What `refundOrder` answers. */
export type RefundOrderResult = IdempotencyConflict | Order | OrderNotRefundable;

/** The sale is over. */
export type SaleEnded = {
  readonly __typename?: 'SaleEnded';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** The sale has not begun. */
export type SaleNotStarted = {
  readonly __typename?: 'SaleNotStarted';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
};

/** Units of a product in the cart. */
export type SetCartQuantityInput = {
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
  /** Units, 0 to 99. */
  readonly quantity: Scalars['Int']['input'];
};

/** The parcel of an order. */
export type Shipment = {
  readonly __typename?: 'Shipment';
  /** Who carries it. */
  readonly carrier: Scalars['String']['output'];
  /** When it should arrive. */
  readonly estimatedDeliveryAt: Scalars['DateTime']['output'];
  /** Identifies the shipment. */
  readonly id: Scalars['ID']['output'];
  /** How far it has come. */
  readonly status: ShipmentStatus;
  /** The carrier's number. */
  readonly trackingNumber: Scalars['String']['output'];
};

/** How far a parcel has come. */
export type ShipmentStatus =
  /** Stopped before it left. */
  | 'CANCELLED'
  /** Announced to the carrier. */
  | 'CREATED'
  /** Arrived. */
  | 'DELIVERED'
  /** Came back; another attempt follows. */
  | 'FAILED'
  /** On its way. */
  | 'IN_TRANSIT';

/** Where an order goes, as it was when it was placed. */
export type ShippingAddress = {
  readonly __typename?: 'ShippingAddress';
  /** City or town. */
  readonly city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2, such as DE. */
  readonly country: Scalars['String']['output'];
  /** Street and number. */
  readonly line1: Scalars['String']['output'];
  /** Flat, floor, company. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode: Scalars['String']['output'];
  /** Who receives the parcel. */
  readonly recipient: Scalars['String']['output'];
  /** State, province or region. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Where an order goes. */
export type ShippingAddressInput = {
  /** City or town. */
  readonly city: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2, such as DE. */
  readonly country: Scalars['String']['input'];
  /** Street and number, 1 to 200 characters. */
  readonly line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, 1 to 20 characters. */
  readonly postalCode: Scalars['String']['input'];
  /** Who receives the parcel, 1 to 100 characters. */
  readonly recipient: Scalars['String']['input'];
  /** State, province or region. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** Too few units are left. Units of orders that fail may come back while the sale runs. */
export type SoldOut = {
  readonly __typename?: 'SoldOut';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** The sale. */
  readonly sale: FlashSale;
  /** Units that are left, fewer than were asked for. */
  readonly unitsLeft: Scalars['Int']['output'];
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Every order, when it is placed, for administrators. */
  readonly orderPlaced: Order;
  /** An order as it is now, and again after each change. */
  readonly orderUpdated: Order;
  /** One's own place in the queue of a flash sale, now and again when it changes, once a second at most. Ends with the order, or with why there is none. */
  readonly queuePositionChanged: QueuedFlashOrder;
};


export type SubscriptionOrderUpdatedArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionQueuePositionChangedArgs = {
  id: Scalars['ID']['input'];
};

/** A token that stands for a card in the payment simulation. */
export type TestPaymentToken = {
  readonly __typename?: 'TestPaymentToken';
  /** The card it stands for, such as Visa •••• 4242. */
  readonly label: Scalars['String']['output'];
  /** What happens to a payment with it. */
  readonly outcome: Scalars['String']['output'];
  /** Give it to `checkout`. */
  readonly token: Scalars['String']['output'];
};

/** A person with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Identifies the user in every subgraph. */
  readonly id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CancelOrderResult:
    | ( IdempotencyConflict )
    | ( OrderModel )
    | ( Omit<OrderNotCancellable, 'order'> & { order: _RefType['Order'] } )
  ;
  CheckoutResult:
    | ( Busy )
    | ( CartEmpty )
    | ( IdempotencyConflict )
    | ( OrderModel )
    | ( Omit<OutOfStock, 'missing'> & { missing: ReadonlyArray<_RefType['MissingProduct']> } )
    | ( Omit<ProductsUnavailable, 'products'> & { products: ReadonlyArray<_RefType['Product']> } )
    | ( RateLimited )
  ;
  PlaceFlashOrderResult:
    | ( Busy )
    | ( IdempotencyConflict )
    | ( LimitReached )
    | ( OrderModel )
    | ( Omit<QueuePlace, 'sale'> & { sale: _RefType['FlashSale'] } )
    | ( RateLimited )
    | ( SaleEnded )
    | ( SaleNotStarted )
    | ( Omit<SoldOut, 'sale'> & { sale: _RefType['FlashSale'] } )
  ;
  QueuedFlashOrder:
    | ( LimitReached )
    | ( OrderModel )
    | ( Omit<QueuePlace, 'sale'> & { sale: _RefType['FlashSale'] } )
    | ( SaleEnded )
    | ( Omit<SoldOut, 'sale'> & { sale: _RefType['FlashSale'] } )
  ;
  RefundOrderResult:
    | ( IdempotencyConflict )
    | ( OrderModel )
    | ( Omit<OrderNotRefundable, 'order'> & { order: _RefType['Order'] } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddToCartInput: AddToCartInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Busy: ResolverTypeWrapper<Busy>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  CancellationReason: CancellationReason;
  Cart: ResolverTypeWrapper<CartModel>;
  CartEmpty: ResolverTypeWrapper<CartEmpty>;
  CartLine: ResolverTypeWrapper<CartLineModel>;
  CheckoutInput: CheckoutInput;
  CheckoutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckoutResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FlashSale: ResolverTypeWrapper<FlashSaleReference>;
  IdempotencyConflict: ResolverTypeWrapper<IdempotencyConflict>;
  LimitReached: ResolverTypeWrapper<LimitReached>;
  MissingProduct: ResolverTypeWrapper<Omit<MissingProduct, 'product'> & { product: ResolversTypes['Product'] }>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  OrderConnection: ResolverTypeWrapper<OrderConnectionModel>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  OrderNotCancellable: ResolverTypeWrapper<Omit<OrderNotCancellable, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderNotRefundable: ResolverTypeWrapper<Omit<OrderNotRefundable, 'order'> & { order: ResolversTypes['Order'] }>;
  OrderSort: OrderSort;
  OrderStatus: OrderStatus;
  OrderTimelineEntry: ResolverTypeWrapper<OrderTimelineEntry>;
  OutOfStock: ResolverTypeWrapper<Omit<OutOfStock, 'missing'> & { missing: ReadonlyArray<ResolversTypes['MissingProduct']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payment: ResolverTypeWrapper<PaymentModel>;
  PaymentFailure: PaymentFailure;
  PaymentStatus: PaymentStatus;
  PlaceFlashOrderInput: PlaceFlashOrderInput;
  PlaceFlashOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceFlashOrderResult']>;
  Product: ResolverTypeWrapper<ProductReference>;
  ProductsUnavailable: ResolverTypeWrapper<Omit<ProductsUnavailable, 'products'> & { products: ReadonlyArray<ResolversTypes['Product']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueuePlace: ResolverTypeWrapper<Omit<QueuePlace, 'sale'> & { sale: ResolversTypes['FlashSale'] }>;
  QueuedFlashOrder: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['QueuedFlashOrder']>;
  RateLimited: ResolverTypeWrapper<RateLimited>;
  RefundOrderInput: RefundOrderInput;
  RefundOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundOrderResult']>;
  SaleEnded: ResolverTypeWrapper<SaleEnded>;
  SaleNotStarted: ResolverTypeWrapper<SaleNotStarted>;
  SetCartQuantityInput: SetCartQuantityInput;
  Shipment: ResolverTypeWrapper<ShipmentModel>;
  ShipmentStatus: ShipmentStatus;
  ShippingAddress: ResolverTypeWrapper<ShippingAddress>;
  ShippingAddressInput: ShippingAddressInput;
  SoldOut: ResolverTypeWrapper<Omit<SoldOut, 'sale'> & { sale: ResolversTypes['FlashSale'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TestPaymentToken: ResolverTypeWrapper<TestPaymentToken>;
  User: ResolverTypeWrapper<UserReference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddToCartInput: AddToCartInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Busy: Busy;
  String: Scalars['String']['output'];
  CancelOrderInput: CancelOrderInput;
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  Cart: CartModel;
  CartEmpty: CartEmpty;
  CartLine: CartLineModel;
  CheckoutInput: CheckoutInput;
  CheckoutResult: ResolversUnionTypes<ResolversParentTypes>['CheckoutResult'];
  DateTime: Scalars['DateTime']['output'];
  FlashSale: FlashSaleReference;
  IdempotencyConflict: IdempotencyConflict;
  LimitReached: LimitReached;
  MissingProduct: Omit<MissingProduct, 'product'> & { product: ResolversParentTypes['Product'] };
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Order: OrderModel;
  Boolean: Scalars['Boolean']['output'];
  OrderConnection: OrderConnectionModel;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderLine: OrderLineModel;
  OrderNotCancellable: Omit<OrderNotCancellable, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderNotRefundable: Omit<OrderNotRefundable, 'order'> & { order: ResolversParentTypes['Order'] };
  OrderTimelineEntry: OrderTimelineEntry;
  OutOfStock: Omit<OutOfStock, 'missing'> & { missing: ReadonlyArray<ResolversParentTypes['MissingProduct']> };
  PageInfo: PageInfo;
  Payment: PaymentModel;
  PlaceFlashOrderInput: PlaceFlashOrderInput;
  PlaceFlashOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceFlashOrderResult'];
  Product: ProductReference;
  ProductsUnavailable: Omit<ProductsUnavailable, 'products'> & { products: ReadonlyArray<ResolversParentTypes['Product']> };
  Query: Record<PropertyKey, never>;
  QueuePlace: Omit<QueuePlace, 'sale'> & { sale: ResolversParentTypes['FlashSale'] };
  QueuedFlashOrder: ResolversUnionTypes<ResolversParentTypes>['QueuedFlashOrder'];
  RateLimited: RateLimited;
  RefundOrderInput: RefundOrderInput;
  RefundOrderResult: ResolversUnionTypes<ResolversParentTypes>['RefundOrderResult'];
  SaleEnded: SaleEnded;
  SaleNotStarted: SaleNotStarted;
  SetCartQuantityInput: SetCartQuantityInput;
  Shipment: ShipmentModel;
  ShippingAddress: ShippingAddress;
  ShippingAddressInput: ShippingAddressInput;
  SoldOut: Omit<SoldOut, 'sale'> & { sale: ResolversParentTypes['FlashSale'] };
  Subscription: Record<PropertyKey, never>;
  TestPaymentToken: TestPaymentToken;
  User: UserReference;
};

export type BusyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Busy'] = ResolversParentTypes['Busy']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderResult'] = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'Order' | 'OrderNotCancellable', ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart']> = {
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  shippingFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  totalQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CartEmptyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartEmpty'] = ResolversParentTypes['CartEmpty']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  lineTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type CheckoutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutResult'] = ResolversParentTypes['CheckoutResult']> = {
  __resolveType: TypeResolveFn<'Busy' | 'CartEmpty' | 'IdempotencyConflict' | 'Order' | 'OutOfStock' | 'ProductsUnavailable' | 'RateLimited', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FlashSaleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSale'] = ResolversParentTypes['FlashSale']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitReachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitReached'] = ResolversParentTypes['LimitReached']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitsBought?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MissingProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissingProduct'] = ResolversParentTypes['MissingProduct']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountCents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addToCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  checkout?: Resolver<ResolversTypes['CheckoutResult'], ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'input'>>;
  clearCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  placeFlashOrder?: Resolver<ResolversTypes['PlaceFlashOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceFlashOrderArgs, 'input'>>;
  refundOrder?: Resolver<ResolversTypes['RefundOrderResult'], ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  setCartQuantity?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartQuantityArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['CancellationReason']>, ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  estimatedDeliveryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flashSale?: Resolver<Maybe<ResolversTypes['FlashSale']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCancellable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['ShippingAddress'], ParentType, ContextType>;
  shippingFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['OrderTimelineEntry']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  isTotalCountExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  lineTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderNotCancellableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderNotCancellable'] = ResolversParentTypes['OrderNotCancellable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotRefundableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderNotRefundable'] = ResolversParentTypes['OrderNotRefundable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderTimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTimelineEntry'] = ResolversParentTypes['OrderTimelineEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingProduct']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chargedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['PaymentFailure']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type PlaceFlashOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceFlashOrderResult'] = ResolversParentTypes['PlaceFlashOrderResult']> = {
  __resolveType: TypeResolveFn<'Busy' | 'IdempotencyConflict' | 'LimitReached' | 'Order' | 'QueuePlace' | 'RateLimited' | 'SaleEnded' | 'SaleNotStarted' | 'SoldOut', ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductsUnavailableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductsUnavailable'] = ResolversParentTypes['ProductsUnavailable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType>;
  myOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryMyOrdersArgs, 'first' | 'sort'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first' | 'sort'>>;
  queuePlace?: Resolver<Maybe<ResolversTypes['QueuedFlashOrder']>, ParentType, ContextType, RequireFields<QueryQueuePlaceArgs, 'id'>>;
  testPaymentTokens?: Resolver<ReadonlyArray<ResolversTypes['TestPaymentToken']>, ParentType, ContextType>;
};

export type QueuePlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueuePlace'] = ResolversParentTypes['QueuePlace']> = {
  estimatedWaitMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sale?: Resolver<ResolversTypes['FlashSale'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueuedFlashOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueuedFlashOrder'] = ResolversParentTypes['QueuedFlashOrder']> = {
  __resolveType: TypeResolveFn<'LimitReached' | 'Order' | 'QueuePlace' | 'SaleEnded' | 'SoldOut', ParentType, ContextType>;
};

export type RateLimitedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimited'] = ResolversParentTypes['RateLimited']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundOrderResult'] = ResolversParentTypes['RefundOrderResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'Order' | 'OrderNotRefundable', ParentType, ContextType>;
};

export type SaleEndedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleEnded'] = ResolversParentTypes['SaleEnded']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleNotStartedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaleNotStarted'] = ResolversParentTypes['SaleNotStarted']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimatedDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  trackingNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShippingAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingAddress'] = ResolversParentTypes['ShippingAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SoldOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoldOut'] = ResolversParentTypes['SoldOut']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sale?: Resolver<ResolversTypes['FlashSale'], ParentType, ContextType>;
  unitsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderPlaced?: SubscriptionResolver<ResolversTypes['Order'], "orderPlaced", ParentType, ContextType>;
  orderUpdated?: SubscriptionResolver<ResolversTypes['Order'], "orderUpdated", ParentType, ContextType, RequireFields<SubscriptionOrderUpdatedArgs, 'id'>>;
  queuePositionChanged?: SubscriptionResolver<ResolversTypes['QueuedFlashOrder'], "queuePositionChanged", ParentType, ContextType, RequireFields<SubscriptionQueuePositionChangedArgs, 'id'>>;
};

export type TestPaymentTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestPaymentToken'] = ResolversParentTypes['TestPaymentToken']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Busy?: BusyResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartEmpty?: CartEmptyResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CheckoutResult?: CheckoutResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FlashSale?: FlashSaleResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  LimitReached?: LimitReachedResolvers<ContextType>;
  MissingProduct?: MissingProductResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderNotCancellable?: OrderNotCancellableResolvers<ContextType>;
  OrderNotRefundable?: OrderNotRefundableResolvers<ContextType>;
  OrderTimelineEntry?: OrderTimelineEntryResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PlaceFlashOrderResult?: PlaceFlashOrderResultResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductsUnavailable?: ProductsUnavailableResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueuePlace?: QueuePlaceResolvers<ContextType>;
  QueuedFlashOrder?: QueuedFlashOrderResolvers<ContextType>;
  RateLimited?: RateLimitedResolvers<ContextType>;
  RefundOrderResult?: RefundOrderResultResolvers<ContextType>;
  SaleEnded?: SaleEndedResolvers<ContextType>;
  SaleNotStarted?: SaleNotStartedResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShippingAddress?: ShippingAddressResolvers<ContextType>;
  SoldOut?: SoldOutResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TestPaymentToken?: TestPaymentTokenResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};


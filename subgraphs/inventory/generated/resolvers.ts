import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductModel, WarehouseModel, StockLevelModel, StockLevelConnectionModel, FlashSaleModel, FlashSaleConnectionModel } from '../models.ts';
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

/** A change of stock by hand. */
export type AdjustStockInput = {
  /** Units to add; negative takes units out. Not 0. */
  readonly delta: Scalars['Int']['input'];
  /** A key of the caller's choice, 8 to 100 characters: the same key within 24 hours changes stock once. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
  /** Why, 1 to 200 characters. */
  readonly reason: Scalars['String']['input'];
  /** Where. */
  readonly warehouseId: Scalars['ID']['input'];
};

/** What `adjustStock` answers. */
export type AdjustStockResult = InsufficientStock | StockLevel;

/** The answer to one order. */
export type Admission = {
  readonly __typename?: 'Admission';
  /** Whether it may go on. */
  readonly isAdmitted: Scalars['Boolean']['output'];
  /** The lines that are short; empty when admitted. */
  readonly missing: ReadonlyArray<MissingUnits>;
  /** The order. */
  readonly orderId: Scalars['ID']['output'];
};

/** A line of an order that asks for admission. */
export type AdmitLineInput = {
  /** The product. */
  readonly productId: Scalars['ID']['input'];
  /** Units, at least 1. */
  readonly quantity: Scalars['Int']['input'];
};

/** An order that asks for admission. */
export type AdmitOrderInput = {
  /** What it needs. */
  readonly lines: ReadonlyArray<AdmitLineInput>;
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
};

/** Which flash sale to cancel. */
export type CancelFlashSaleInput = {
  /** The sale. */
  readonly id: Scalars['ID']['input'];
};

/** What `cancelFlashSale` answers. */
export type CancelFlashSaleResult = FlashSale | FlashSaleAlreadyOver;

/** A new warehouse. */
export type CreateWarehouseInput = {
  /** City or town. */
  readonly city: Scalars['String']['input'];
  /** Short and unique: 2 to 10 capital letters and digits. */
  readonly code: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2, such as DE. */
  readonly country: Scalars['String']['input'];
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
};

/** What `createWarehouse` answers. */
export type CreateWarehouseResult = Warehouse | WarehouseCodeTaken;

/** The answer to one claim. */
export type FlashClaim = {
  readonly __typename?: 'FlashClaim';
  /** What came of it. */
  readonly answer: FlashClaimAnswer;
  /** The order that the key belongs to; null when it was refused. */
  readonly orderId?: Maybe<Scalars['ID']['output']>;
  /** The place in the queue, from 1. */
  readonly position?: Maybe<Scalars['Int']['output']>;
  /** Price of one unit, when units were claimed. */
  readonly price?: Maybe<Money>;
  /** The product, when units were claimed. */
  readonly productId?: Maybe<Scalars['ID']['output']>;
  /** When a sale begins that has not; null otherwise. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Units: those that are left when too few are, those that the user has when the limit is reached. */
  readonly units?: Maybe<Scalars['Int']['output']>;
  /** How long it will take, or when to try again. */
  readonly waitMs?: Maybe<Scalars['Int']['output']>;
};

/** What came of a claim. */
export type FlashClaimAnswer =
  /** The queue is full. */
  | 'BUSY'
  /** The order has its units. */
  | 'CLAIMED'
  /** The key was used with another content. */
  | 'CONFLICT'
  /** The sale is over. */
  | 'ENDED'
  /** The user has bought as many as one may. */
  | 'LIMIT_REACHED'
  /** The sale has not begun. */
  | 'NOT_STARTED'
  /** The order has a place in the queue. */
  | 'QUEUED'
  /** The user asks too often. */
  | 'RATE_LIMITED'
  /** The order had units, and has given them back. */
  | 'RELEASED'
  /** Too few units are left. */
  | 'SOLD_OUT'
  /** There is no such sale. */
  | 'UNKNOWN_SALE';

/** An order that wants units of a flash sale. */
export type FlashClaimInput = {
  /** A hash of the purchase's content. */
  readonly contentHash: Scalars['String']['input'];
  /** The purchase, as the buyer names it. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Whether it has a place in the queue, and asks whether its turn has come. In the order of arrival, please. */
  readonly isWaiting?: InputMaybe<Scalars['Boolean']['input']>;
  /** The order, as it will be called unless the key belongs to another already. */
  readonly orderId: Scalars['ID']['input'];
  /** Units, at least 1. */
  readonly quantity: Scalars['Int']['input'];
  /** The sale. */
  readonly saleId: Scalars['ID']['input'];
  /** Who orders. */
  readonly userId: Scalars['ID']['input'];
};

/** Where an order stands in the queue. */
export type FlashPlace = {
  readonly __typename?: 'FlashPlace';
  /** From 1. */
  readonly position: Scalars['Int']['output'];
  /** How long it will take. */
  readonly waitMs: Scalars['Int']['output'];
};

/** An order that waits in the queue of a flash sale. */
export type FlashPlaceInput = {
  /** The order. */
  readonly orderId: Scalars['ID']['input'];
  /** The sale. */
  readonly saleId: Scalars['ID']['input'];
};

/** Units of a product at a price of their own, for a while. */
export type FlashSale = {
  readonly __typename?: 'FlashSale';
  /** When it was scheduled. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ends, unless it is sold out before. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Identifies the sale in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** Units that one user may buy. */
  readonly limitPerUser: Scalars['Int']['output'];
  /** Price of one unit while the sale runs. */
  readonly price: Money;
  /** What is sold. */
  readonly product: Product;
  /** Purchases that wait for their turn. They have their units. */
  readonly queueLength: Scalars['Int']['output'];
  /** The server's clock when this was read: what a countdown counts from. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** How far it has come, by the server's clock. */
  readonly status: FlashSaleStatus;
  /** Units that were set aside for the sale. */
  readonly units: Scalars['Int']['output'];
  /** Units that can be bought now. Those of orders that fail or expire come back while the sale runs. */
  readonly unitsLeft: Scalars['Int']['output'];
  /** Units that placed orders hold until they are paid, cancelled or expired. */
  readonly unitsReserved: Scalars['Int']['output'];
  /** Units that went back to the product's stock after the end. */
  readonly unitsReturned: Scalars['Int']['output'];
  /** Units that paid orders have taken. */
  readonly unitsSold: Scalars['Int']['output'];
};

/** The sale has ended or was cancelled before. Nothing was changed. */
export type FlashSaleAlreadyOver = {
  readonly __typename?: 'FlashSaleAlreadyOver';
  /** The sale. */
  readonly flashSale: FlashSale;
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** A page of flash sales. */
export type FlashSaleConnection = {
  readonly __typename?: 'FlashSaleConnection';
  /** The sales with their cursors. */
  readonly edges: ReadonlyArray<FlashSaleEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A flash sale in a page. */
export type FlashSaleEdge = {
  readonly __typename?: 'FlashSaleEdge';
  /** Give it as `after` to continue behind this sale. */
  readonly cursor: Scalars['String']['output'];
  /** The sale. */
  readonly node: FlashSale;
};

/** Narrows a list of flash sales. Conditions add up. */
export type FlashSaleFilter = {
  /** false: those that run or are to come, which is what a list without it has; true: those that have ended or were cancelled, latest first. */
  readonly isOver?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only of this product. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
};

/** The product has another flash sale at that time. Nothing was changed. */
export type FlashSaleOverlap = {
  readonly __typename?: 'FlashSaleOverlap';
  /** The other sale. */
  readonly flashSale: FlashSale;
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** How far a flash sale has come. */
export type FlashSaleStatus =
  /** An administrator has ended it. */
  | 'CANCELLED'
  /** Its time is over. */
  | 'ENDED'
  /** It begins soon, and everything is prepared for it. */
  | 'READY'
  /** Units can be bought. */
  | 'RUNNING'
  /** Announced. */
  | 'SCHEDULED'
  /** It runs and has no unit left. Units of orders that fail come back: it may run again. */
  | 'SOLD_OUT';

/** Fewer units are available than the adjustment takes out. Nothing was changed. */
export type InsufficientStock = {
  readonly __typename?: 'InsufficientStock';
  /** Units that could be taken out. */
  readonly available: Scalars['Int']['output'];
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** A line that is short. */
export type MissingUnits = {
  readonly __typename?: 'MissingUnits';
  /** Units that were left. */
  readonly available: Scalars['Int']['output'];
  /** The product. */
  readonly productId: Scalars['ID']['output'];
  /** Units asked for. */
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
  /** Asks, for many orders at once, whether their units may go on to be reserved. One answer an order, in the order asked; asking again for the same order changes nothing. */
  readonly _admitOrders: ReadonlyArray<Admission>;
  /** Claims units of flash sales for many orders at once. One answer a claim, in the order asked; asking again for the same key changes nothing. */
  readonly _claimFlashUnits: ReadonlyArray<FlashClaim>;
  /** Takes orders out of the queues of flash sales that will not be placed, and gives up the units that they were promised there. Those that do not wait stay as they are. */
  readonly _leaveFlashQueues: Scalars['Boolean']['output'];
  /** Gives units of flash sales back that were claimed for orders which were not placed after all. */
  readonly _releaseFlashUnits: Scalars['Boolean']['output'];
  /** Forgets the admission of orders that were not placed after all. */
  readonly _withdrawOrders: Scalars['Boolean']['output'];
  /** Adds units to a warehouse or takes them out, with a reason that is kept. */
  readonly adjustStock: AdjustStockResult;
  /** Ends a flash sale before its time. Orders that were placed stay; units that are left go back to the product's stock. */
  readonly cancelFlashSale: CancelFlashSaleResult;
  /** Adds a warehouse. */
  readonly createWarehouse: CreateWarehouseResult;
  /** Announces a flash sale and sets its units aside from the product's stock. */
  readonly scheduleFlashSale: ScheduleFlashSaleResult;
};


export type Mutation_AdmitOrdersArgs = {
  orders: ReadonlyArray<AdmitOrderInput>;
};


export type Mutation_ClaimFlashUnitsArgs = {
  claims: ReadonlyArray<FlashClaimInput>;
};


export type Mutation_LeaveFlashQueuesArgs = {
  places: ReadonlyArray<FlashPlaceInput>;
};


export type Mutation_ReleaseFlashUnitsArgs = {
  orderIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type Mutation_WithdrawOrdersArgs = {
  orderIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationCancelFlashSaleArgs = {
  input: CancelFlashSaleInput;
};


export type MutationCreateWarehouseArgs = {
  input: CreateWarehouseInput;
};


export type MutationScheduleFlashSaleArgs = {
  input: ScheduleFlashSaleInput;
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

/** Something the shop sells. */
export type Product = {
  readonly __typename?: 'Product';
  /** The flash sale that it is in, or else its next one; null when there is none. */
  readonly flashSale?: Maybe<FlashSale>;
  /** Identifies the product in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** Units that can be bought now: in all warehouses, less what orders have reserved. */
  readonly stock: Scalars['Int']['output'];
  /** Stock in each warehouse. */
  readonly stockLevels: ReadonlyArray<StockLevel>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Where orders stand that wait for their turn in a flash sale: null for those that do not wait. In the order asked. */
  readonly _flashPlaces: ReadonlyArray<Maybe<FlashPlace>>;
  /** A flash sale by id; null when there is none. */
  readonly flashSale?: Maybe<FlashSale>;
  /** Flash sales: unless asked otherwise, those that run or are to come, in the order in which they start. */
  readonly flashSales: FlashSaleConnection;
  /** Stock a product and warehouse, filtered and paged, fewest available units first. */
  readonly stockLevels: StockLevelConnection;
  /** All warehouses, by code. */
  readonly warehouses: ReadonlyArray<Warehouse>;
};


export type Query_FlashPlacesArgs = {
  places: ReadonlyArray<FlashPlaceInput>;
};


export type QueryFlashSaleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFlashSalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FlashSaleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockLevelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockLevelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A new flash sale. */
export type ScheduleFlashSaleInput = {
  /** When it ends: behind its beginning and in the future, a week later at most. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Units that one user may buy, 1 to 99. */
  readonly limitPerUser?: InputMaybe<Scalars['Int']['input']>;
  /** Price of one unit, in cents of the shop's currency. */
  readonly priceCents: Scalars['Int']['input'];
  /** Which product. */
  readonly productId: Scalars['ID']['input'];
  /** When it begins; the past means at once. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Units to set aside, 1 to 1000000. */
  readonly units: Scalars['Int']['input'];
};

/** What `scheduleFlashSale` answers. */
export type ScheduleFlashSaleResult = FlashSale | FlashSaleOverlap | InsufficientStock;

/** The units of one product in one warehouse. available + reserved + sold = received, always. */
export type StockLevel = {
  readonly __typename?: 'StockLevel';
  /** Units that no order has reserved. */
  readonly available: Scalars['Int']['output'];
  /** Units in the building: available and reserved ones. */
  readonly onHand: Scalars['Int']['output'];
  /** The product. */
  readonly product: Product;
  /** All units ever put in, less those taken out by adjustments. */
  readonly received: Scalars['Int']['output'];
  /** Units that placed orders hold until they are paid, cancelled or expired. */
  readonly reserved: Scalars['Int']['output'];
  /** Units that paid orders have taken. */
  readonly sold: Scalars['Int']['output'];
  /** When any of the numbers last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The warehouse. */
  readonly warehouse: Warehouse;
};

/** A page of stock levels. */
export type StockLevelConnection = {
  readonly __typename?: 'StockLevelConnection';
  /** The stock levels with their cursors. */
  readonly edges: ReadonlyArray<StockLevelEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A stock level in a page. */
export type StockLevelEdge = {
  readonly __typename?: 'StockLevelEdge';
  /** Give it as `after` to continue behind this stock level. */
  readonly cursor: Scalars['String']['output'];
  /** The stock level. */
  readonly node: StockLevel;
};

/** Narrows a list of stock levels. Conditions add up. */
export type StockLevelFilter = {
  /** Only with fewer available units than this. */
  readonly availableBelow?: InputMaybe<Scalars['Int']['input']>;
  /** Only of these products. */
  readonly productIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only of this warehouse. */
  readonly warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** A flash sale as it is now, and again when it begins, ends, or has other units left: four times a second at most, the latest counts. */
  readonly flashSaleUpdated: FlashSale;
};


export type SubscriptionFlashSaleUpdatedArgs = {
  id: Scalars['ID']['input'];
};

/** A place that holds stock and ships it. */
export type Warehouse = {
  readonly __typename?: 'Warehouse';
  /** City or town. */
  readonly city: Scalars['String']['output'];
  /** Short and unique, such as BER1. */
  readonly code: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2, such as DE. */
  readonly country: Scalars['String']['output'];
  /** Identifies the warehouse. */
  readonly id: Scalars['ID']['output'];
  /** Its name for people. */
  readonly name: Scalars['String']['output'];
};

/** Another warehouse has this code. */
export type WarehouseCodeTaken = {
  readonly __typename?: 'WarehouseCodeTaken';
  /** For people. */
  readonly message: Scalars['String']['output'];
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
  FlashSale: FlashSale;
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  FlashSale:
    ( { __typename: 'FlashSale' }
    & GraphQLRecursivePick<FederationTypes['FlashSale'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AdjustStockResult:
    | ( InsufficientStock )
    | ( StockLevelModel )
  ;
  CancelFlashSaleResult:
    | ( FlashSaleModel )
    | ( Omit<FlashSaleAlreadyOver, 'flashSale'> & { flashSale: _RefType['FlashSale'] } )
  ;
  CreateWarehouseResult:
    | ( WarehouseModel )
    | ( WarehouseCodeTaken )
  ;
  ScheduleFlashSaleResult:
    | ( FlashSaleModel )
    | ( Omit<FlashSaleOverlap, 'flashSale'> & { flashSale: _RefType['FlashSale'] } )
    | ( InsufficientStock )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdjustStockInput: AdjustStockInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdjustStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AdjustStockResult']>;
  Admission: ResolverTypeWrapper<Admission>;
  AdmitLineInput: AdmitLineInput;
  AdmitOrderInput: AdmitOrderInput;
  CancelFlashSaleInput: CancelFlashSaleInput;
  CancelFlashSaleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelFlashSaleResult']>;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWarehouseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateWarehouseResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FlashClaim: ResolverTypeWrapper<FlashClaim>;
  FlashClaimAnswer: FlashClaimAnswer;
  FlashClaimInput: FlashClaimInput;
  FlashPlace: ResolverTypeWrapper<FlashPlace>;
  FlashPlaceInput: FlashPlaceInput;
  FlashSale: ResolverTypeWrapper<FlashSaleModel>;
  FlashSaleAlreadyOver: ResolverTypeWrapper<Omit<FlashSaleAlreadyOver, 'flashSale'> & { flashSale: ResolversTypes['FlashSale'] }>;
  FlashSaleConnection: ResolverTypeWrapper<FlashSaleConnectionModel>;
  FlashSaleEdge: ResolverTypeWrapper<Omit<FlashSaleEdge, 'node'> & { node: ResolversTypes['FlashSale'] }>;
  FlashSaleFilter: FlashSaleFilter;
  FlashSaleOverlap: ResolverTypeWrapper<Omit<FlashSaleOverlap, 'flashSale'> & { flashSale: ResolversTypes['FlashSale'] }>;
  FlashSaleStatus: FlashSaleStatus;
  InsufficientStock: ResolverTypeWrapper<InsufficientStock>;
  MissingUnits: ResolverTypeWrapper<MissingUnits>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Product: ResolverTypeWrapper<ProductModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ScheduleFlashSaleInput: ScheduleFlashSaleInput;
  ScheduleFlashSaleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ScheduleFlashSaleResult']>;
  StockLevel: ResolverTypeWrapper<StockLevelModel>;
  StockLevelConnection: ResolverTypeWrapper<StockLevelConnectionModel>;
  StockLevelEdge: ResolverTypeWrapper<Omit<StockLevelEdge, 'node'> & { node: ResolversTypes['StockLevel'] }>;
  StockLevelFilter: StockLevelFilter;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Warehouse: ResolverTypeWrapper<WarehouseModel>;
  WarehouseCodeTaken: ResolverTypeWrapper<WarehouseCodeTaken>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdjustStockInput: AdjustStockInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AdjustStockResult: ResolversUnionTypes<ResolversParentTypes>['AdjustStockResult'];
  Admission: Admission;
  AdmitLineInput: AdmitLineInput;
  AdmitOrderInput: AdmitOrderInput;
  CancelFlashSaleInput: CancelFlashSaleInput;
  CancelFlashSaleResult: ResolversUnionTypes<ResolversParentTypes>['CancelFlashSaleResult'];
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWarehouseResult: ResolversUnionTypes<ResolversParentTypes>['CreateWarehouseResult'];
  DateTime: Scalars['DateTime']['output'];
  FlashClaim: FlashClaim;
  FlashClaimInput: FlashClaimInput;
  FlashPlace: FlashPlace;
  FlashPlaceInput: FlashPlaceInput;
  FlashSale: FlashSaleModel;
  FlashSaleAlreadyOver: Omit<FlashSaleAlreadyOver, 'flashSale'> & { flashSale: ResolversParentTypes['FlashSale'] };
  FlashSaleConnection: FlashSaleConnectionModel;
  FlashSaleEdge: Omit<FlashSaleEdge, 'node'> & { node: ResolversParentTypes['FlashSale'] };
  FlashSaleFilter: FlashSaleFilter;
  FlashSaleOverlap: Omit<FlashSaleOverlap, 'flashSale'> & { flashSale: ResolversParentTypes['FlashSale'] };
  InsufficientStock: InsufficientStock;
  MissingUnits: MissingUnits;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Product: ProductModel;
  Query: Record<PropertyKey, never>;
  ScheduleFlashSaleInput: ScheduleFlashSaleInput;
  ScheduleFlashSaleResult: ResolversUnionTypes<ResolversParentTypes>['ScheduleFlashSaleResult'];
  StockLevel: StockLevelModel;
  StockLevelConnection: StockLevelConnectionModel;
  StockLevelEdge: Omit<StockLevelEdge, 'node'> & { node: ResolversParentTypes['StockLevel'] };
  StockLevelFilter: StockLevelFilter;
  Subscription: Record<PropertyKey, never>;
  Warehouse: WarehouseModel;
  WarehouseCodeTaken: WarehouseCodeTaken;
  Boolean: Scalars['Boolean']['output'];
};

export type PublicDirectiveArgs = {
  replay?: Scalars['Boolean']['input'];
};

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AdjustStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockResult'] = ResolversParentTypes['AdjustStockResult']> = {
  __resolveType: TypeResolveFn<'InsufficientStock' | 'StockLevel', ParentType, ContextType>;
};

export type AdmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Admission'] = ResolversParentTypes['Admission']> = {
  isAdmitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingUnits']>, ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CancelFlashSaleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelFlashSaleResult'] = ResolversParentTypes['CancelFlashSaleResult']> = {
  __resolveType: TypeResolveFn<'FlashSale' | 'FlashSaleAlreadyOver', ParentType, ContextType>;
};

export type CreateWarehouseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWarehouseResult'] = ResolversParentTypes['CreateWarehouseResult']> = {
  __resolveType: TypeResolveFn<'Warehouse' | 'WarehouseCodeTaken', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FlashClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashClaim'] = ResolversParentTypes['FlashClaim']> = {
  answer?: Resolver<ResolversTypes['FlashClaimAnswer'], ParentType, ContextType>;
  orderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  productId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  waitMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FlashPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashPlace'] = ResolversParentTypes['FlashPlace']> = {
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlashSaleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSale'] = ResolversParentTypes['FlashSale'], FederationReferenceType extends FederationReferenceTypes['FlashSale'] = FederationReferenceTypes['FlashSale']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FlashSale']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  limitPerUser?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  queueLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FlashSaleStatus'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsReserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsReturned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsSold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlashSaleAlreadyOverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSaleAlreadyOver'] = ResolversParentTypes['FlashSaleAlreadyOver']> = {
  flashSale?: Resolver<ResolversTypes['FlashSale'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlashSaleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSaleConnection'] = ResolversParentTypes['FlashSaleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FlashSaleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlashSaleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSaleEdge'] = ResolversParentTypes['FlashSaleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FlashSale'], ParentType, ContextType>;
};

export type FlashSaleOverlapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlashSaleOverlap'] = ResolversParentTypes['FlashSaleOverlap']> = {
  flashSale?: Resolver<ResolversTypes['FlashSale'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InsufficientStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientStock'] = ResolversParentTypes['InsufficientStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MissingUnitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissingUnits'] = ResolversParentTypes['MissingUnits']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountCents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  _admitOrders?: Resolver<ReadonlyArray<ResolversTypes['Admission']>, ParentType, ContextType, RequireFields<Mutation_AdmitOrdersArgs, 'orders'>>;
  _claimFlashUnits?: Resolver<ReadonlyArray<ResolversTypes['FlashClaim']>, ParentType, ContextType, RequireFields<Mutation_ClaimFlashUnitsArgs, 'claims'>>;
  _leaveFlashQueues?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<Mutation_LeaveFlashQueuesArgs, 'places'>>;
  _releaseFlashUnits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<Mutation_ReleaseFlashUnitsArgs, 'orderIds'>>;
  _withdrawOrders?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<Mutation_WithdrawOrdersArgs, 'orderIds'>>;
  adjustStock?: Resolver<ResolversTypes['AdjustStockResult'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  cancelFlashSale?: Resolver<ResolversTypes['CancelFlashSaleResult'], ParentType, ContextType, RequireFields<MutationCancelFlashSaleArgs, 'input'>>;
  createWarehouse?: Resolver<ResolversTypes['CreateWarehouseResult'], ParentType, ContextType, RequireFields<MutationCreateWarehouseArgs, 'input'>>;
  scheduleFlashSale?: Resolver<ResolversTypes['ScheduleFlashSaleResult'], ParentType, ContextType, RequireFields<MutationScheduleFlashSaleArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  flashSale?: Resolver<Maybe<ResolversTypes['FlashSale']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stockLevels?: Resolver<ReadonlyArray<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _flashPlaces?: Resolver<ReadonlyArray<Maybe<ResolversTypes['FlashPlace']>>, ParentType, ContextType, RequireFields<Query_FlashPlacesArgs, 'places'>>;
  flashSale?: Resolver<Maybe<ResolversTypes['FlashSale']>, ParentType, ContextType, RequireFields<QueryFlashSaleArgs, 'id'>>;
  flashSales?: Resolver<ResolversTypes['FlashSaleConnection'], ParentType, ContextType, RequireFields<QueryFlashSalesArgs, 'first'>>;
  stockLevels?: Resolver<ResolversTypes['StockLevelConnection'], ParentType, ContextType, RequireFields<QueryStockLevelsArgs, 'first'>>;
  warehouses?: Resolver<ReadonlyArray<ResolversTypes['Warehouse']>, ParentType, ContextType>;
};

export type ScheduleFlashSaleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleFlashSaleResult'] = ResolversParentTypes['ScheduleFlashSaleResult']> = {
  __resolveType: TypeResolveFn<'FlashSale' | 'FlashSaleOverlap' | 'InsufficientStock', ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockLevelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevelConnection'] = ResolversParentTypes['StockLevelConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StockLevelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockLevelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevelEdge'] = ResolversParentTypes['StockLevelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  flashSaleUpdated?: SubscriptionResolver<ResolversTypes['FlashSale'], "flashSaleUpdated", ParentType, ContextType, RequireFields<SubscriptionFlashSaleUpdatedArgs, 'id'>>;
};

export type WarehouseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Warehouse'] = ResolversParentTypes['Warehouse']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WarehouseCodeTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WarehouseCodeTaken'] = ResolversParentTypes['WarehouseCodeTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AdjustStockResult?: AdjustStockResultResolvers<ContextType>;
  Admission?: AdmissionResolvers<ContextType>;
  CancelFlashSaleResult?: CancelFlashSaleResultResolvers<ContextType>;
  CreateWarehouseResult?: CreateWarehouseResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FlashClaim?: FlashClaimResolvers<ContextType>;
  FlashPlace?: FlashPlaceResolvers<ContextType>;
  FlashSale?: FlashSaleResolvers<ContextType>;
  FlashSaleAlreadyOver?: FlashSaleAlreadyOverResolvers<ContextType>;
  FlashSaleConnection?: FlashSaleConnectionResolvers<ContextType>;
  FlashSaleEdge?: FlashSaleEdgeResolvers<ContextType>;
  FlashSaleOverlap?: FlashSaleOverlapResolvers<ContextType>;
  InsufficientStock?: InsufficientStockResolvers<ContextType>;
  MissingUnits?: MissingUnitsResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ScheduleFlashSaleResult?: ScheduleFlashSaleResultResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockLevelConnection?: StockLevelConnectionResolvers<ContextType>;
  StockLevelEdge?: StockLevelEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Warehouse?: WarehouseResolvers<ContextType>;
  WarehouseCodeTaken?: WarehouseCodeTakenResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};

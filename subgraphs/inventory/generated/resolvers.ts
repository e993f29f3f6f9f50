import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductModel, WarehouseModel, StockLevelModel, StockLevelConnectionModel } from '../models.ts';
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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Asks, for many orders at once, whether their units may go on to be reserved. One answer an order, in the order asked; asking again for the same order changes nothing. */
  readonly _admitOrders: ReadonlyArray<Admission>;
  /** Forgets the admission of orders that were not placed after all. */
  readonly _withdrawOrders: Scalars['Boolean']['output'];
  /** Adds units to a warehouse or takes them out, with a reason that is kept. */
  readonly adjustStock: AdjustStockResult;
  /** Adds a warehouse. */
  readonly createWarehouse: CreateWarehouseResult;
};


export type Mutation_AdmitOrdersArgs = {
  orders: ReadonlyArray<AdmitOrderInput>;
};


export type Mutation_WithdrawOrdersArgs = {
  orderIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationCreateWarehouseArgs = {
  input: CreateWarehouseInput;
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
  /** Identifies the product in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** Units that can be bought now: in all warehouses, less what orders have reserved. */
  readonly stock: Scalars['Int']['output'];
  /** Stock in each warehouse. */
  readonly stockLevels: ReadonlyArray<StockLevel>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Stock a product and warehouse, filtered and paged, fewest available units first. */
  readonly stockLevels: StockLevelConnection;
  /** All warehouses, by code. */
  readonly warehouses: ReadonlyArray<Warehouse>;
};


export type QueryStockLevelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockLevelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

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
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
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
  CreateWarehouseResult:
    | ( WarehouseModel )
    | ( WarehouseCodeTaken )
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
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AdmitLineInput: AdmitLineInput;
  AdmitOrderInput: AdmitOrderInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWarehouseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateWarehouseResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InsufficientStock: ResolverTypeWrapper<InsufficientStock>;
  MissingUnits: ResolverTypeWrapper<MissingUnits>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Product: ResolverTypeWrapper<ProductModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  StockLevel: ResolverTypeWrapper<StockLevelModel>;
  StockLevelConnection: ResolverTypeWrapper<StockLevelConnectionModel>;
  StockLevelEdge: ResolverTypeWrapper<Omit<StockLevelEdge, 'node'> & { node: ResolversTypes['StockLevel'] }>;
  StockLevelFilter: StockLevelFilter;
  Warehouse: ResolverTypeWrapper<WarehouseModel>;
  WarehouseCodeTaken: ResolverTypeWrapper<WarehouseCodeTaken>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdjustStockInput: AdjustStockInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AdjustStockResult: ResolversUnionTypes<ResolversParentTypes>['AdjustStockResult'];
  Admission: Admission;
  Boolean: Scalars['Boolean']['output'];
  AdmitLineInput: AdmitLineInput;
  AdmitOrderInput: AdmitOrderInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWarehouseResult: ResolversUnionTypes<ResolversParentTypes>['CreateWarehouseResult'];
  DateTime: Scalars['DateTime']['output'];
  InsufficientStock: InsufficientStock;
  MissingUnits: MissingUnits;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Product: ProductModel;
  Query: Record<PropertyKey, never>;
  StockLevel: StockLevelModel;
  StockLevelConnection: StockLevelConnectionModel;
  StockLevelEdge: Omit<StockLevelEdge, 'node'> & { node: ResolversParentTypes['StockLevel'] };
  StockLevelFilter: StockLevelFilter;
  Warehouse: WarehouseModel;
  WarehouseCodeTaken: WarehouseCodeTaken;
};

export type AdjustStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockResult'] = ResolversParentTypes['AdjustStockResult']> = {
  __resolveType: TypeResolveFn<'InsufficientStock' | 'StockLevel', ParentType, ContextType>;
};

export type AdmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Admission'] = ResolversParentTypes['Admission']> = {
  isAdmitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingUnits']>, ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateWarehouseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWarehouseResult'] = ResolversParentTypes['CreateWarehouseResult']> = {
  __resolveType: TypeResolveFn<'Warehouse' | 'WarehouseCodeTaken', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

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

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  _admitOrders?: Resolver<ReadonlyArray<ResolversTypes['Admission']>, ParentType, ContextType, RequireFields<Mutation_AdmitOrdersArgs, 'orders'>>;
  _withdrawOrders?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<Mutation_WithdrawOrdersArgs, 'orderIds'>>;
  adjustStock?: Resolver<ResolversTypes['AdjustStockResult'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  createWarehouse?: Resolver<ResolversTypes['CreateWarehouseResult'], ParentType, ContextType, RequireFields<MutationCreateWarehouseArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stockLevels?: Resolver<ReadonlyArray<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  stockLevels?: Resolver<ResolversTypes['StockLevelConnection'], ParentType, ContextType, RequireFields<QueryStockLevelsArgs, 'first'>>;
  warehouses?: Resolver<ReadonlyArray<ResolversTypes['Warehouse']>, ParentType, ContextType>;
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
  CreateWarehouseResult?: CreateWarehouseResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  InsufficientStock?: InsufficientStockResolvers<ContextType>;
  MissingUnits?: MissingUnitsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockLevelConnection?: StockLevelConnectionResolvers<ContextType>;
  StockLevelEdge?: StockLevelEdgeResolvers<ContextType>;
  Warehouse?: WarehouseResolvers<ContextType>;
  WarehouseCodeTaken?: WarehouseCodeTakenResolvers<ContextType>;
};


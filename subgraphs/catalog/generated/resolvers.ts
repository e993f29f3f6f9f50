import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductModel, CategoryModel, ProductConnectionModel, CatalogCacheStatsModel, CacheReadCountsModel } from '../models.ts';
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

/** Reads of products by where they were found. */
export type CacheReadCounts = {
  readonly __typename?: 'CacheReadCounts';
  /** In PostgreSQL. */
  readonly database: Scalars['Int']['output'];
  /** The part that PostgreSQL was not asked for, from 0 to 1; null when nothing was read. */
  readonly hitRate?: Maybe<Scalars['Float']['output']>;
  /** In the memory of the replica. */
  readonly memory: Scalars['Int']['output'];
  /** Nowhere: there is no such product. */
  readonly nowhere: Scalars['Int']['output'];
  /** In Redis. */
  readonly redis: Scalars['Int']['output'];
};

/** How well the cache of products works. */
export type CatalogCacheStats = {
  readonly __typename?: 'CatalogCacheStats';
  /** The same, of the most read products alone. */
  readonly hotReads: CacheReadCounts;
  /** Products in the memory of the replica that answers. */
  readonly memoryProducts: Scalars['Int']['output'];
  /** The most read products, the most read first. */
  readonly mostRead: ReadonlyArray<Product>;
  /** Products whose popularity is known. */
  readonly rankedProducts: Scalars['Int']['output'];
  /** Products that were looked for by id. */
  readonly reads: CacheReadCounts;
  /** When the counts begin: with the hour before this one. */
  readonly since: Scalars['DateTime']['output'];
  /** Products that are kept in the cache because a sale is near. */
  readonly soonWantedProducts: Scalars['Int']['output'];
};


/** How well the cache of products works. */
export type CatalogCacheStatsMostReadArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of the shop. */
export type Category = {
  readonly __typename?: 'Category';
  /** Identifies the category. */
  readonly id: Scalars['ID']['output'];
  /** Its name for people. */
  readonly name: Scalars['String']['output'];
  /** How many products of it can be bought. */
  readonly productCount: Scalars['Int']['output'];
  /** Its name in addresses, such as coffee-and-tea. */
  readonly slug: Scalars['String']['output'];
};

/** A new category. */
export type CreateCategoryInput = {
  /** What its products show that have no picture of their own: a path that starts with /media/, or nothing for a plain one. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** Its name for people, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** Its name in addresses: 1 to 60 lower-case letters, digits and single dashes, such as coffee-and-tea. */
  readonly slug: Scalars['String']['input'];
};

/** What `createCategory` answers. */
export type CreateCategoryResult = Category | SlugTaken;

/** A new product. */
export type CreateProductInput = {
  /** Slug of an existing category. */
  readonly category: Scalars['String']['input'];
  /** Up to 5,000 characters. */
  readonly description: Scalars['String']['input'];
  /** A path that starts with /media/, or nothing for the category's picture. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Price of one unit in cents, 1 to 100,000,000. */
  readonly priceCents: Scalars['Int']['input'];
  /** Article number: 1 to 40 letters, digits and dashes. */
  readonly sku: Scalars['String']['input'];
};

/** What `createProduct` answers. */
export type CreateProductResult = Product | SkuTaken;

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
  /** Takes a product out of the shop. Orders that name it keep their lines. */
  readonly archiveProduct: Product;
  /** Adds a category to the catalog. */
  readonly createCategory: CreateCategoryResult;
  /** Adds a product to the catalog. */
  readonly createProduct: CreateProductResult;
  /** Changes a product. Fields left out stay as they are. */
  readonly updateProduct: UpdateProductResult;
};


export type MutationArchiveProductArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


export type MutationCreateProductArgs = {
  input: CreateProductInput;
};


export type MutationUpdateProductArgs = {
  input: UpdateProductInput;
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
  /** Where it stands in the shop. */
  readonly category: Category;
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Plain text. */
  readonly description: Scalars['String']['output'];
  /** Identifies the product in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** A picture, as a path below the gateway's address. */
  readonly imageUrl: Scalars['String']['output'];
  /** Whether any unit was free when inventory last told; `stock` has the number. */
  readonly isInStock: Scalars['Boolean']['output'];
  /** The name in lists. */
  readonly name: Scalars['String']['output'];
  /** What one unit costs. */
  readonly price: Money;
  /** Article number, unique. */
  readonly sku: Scalars['String']['output'];
  /** Whether it can be bought. */
  readonly status: ProductStatus;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows with each change; give it back with `updateProduct`. */
  readonly version: Scalars['Int']['output'];
};

/** Somebody else changed the product first. */
export type ProductChanged = {
  readonly __typename?: 'ProductChanged';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** The product as it is now. */
  readonly product: Product;
};

/** A page of products. */
export type ProductConnection = {
  readonly __typename?: 'ProductConnection';
  /** The products with their cursors. */
  readonly edges: ReadonlyArray<ProductEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many products match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A product in a page. */
export type ProductEdge = {
  readonly __typename?: 'ProductEdge';
  /** Give it as `after` to continue behind this product. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node: Product;
};

/** Narrows a list of products. Conditions add up. */
export type ProductFilter = {
  /** Only of these categories, by slug. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only what has free units. */
  readonly inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most this price, in cents. */
  readonly maxPriceCents?: InputMaybe<Scalars['Int']['input']>;
  /** At least this price, in cents. */
  readonly minPriceCents?: InputMaybe<Scalars['Int']['input']>;
  /** Only with this status; anything but ACTIVE needs the scope catalog:write. */
  readonly status?: InputMaybe<ProductStatus>;
};

/** The order of a list of products. */
export type ProductSort =
  /** By name, A to Z. */
  | 'NAME'
  /** Newest first. */
  | 'NEWEST'
  /** Cheapest first. */
  | 'PRICE_ASC'
  /** Most expensive first. */
  | 'PRICE_DESC'
  /** Best match of the search first. */
  | 'RELEVANCE';

/** Whether a product can be bought. */
export type ProductStatus =
  /** In the shop. */
  | 'ACTIVE'
  /** No longer in the shop. */
  | 'ARCHIVED';

export type Query = {
  readonly __typename?: 'Query';
  /** How well the cache of products works, over all replicas. */
  readonly catalogCacheStats: CatalogCacheStats;
  /** All categories, by name. */
  readonly categories: ReadonlyArray<Category>;
  /** A category by its slug. */
  readonly category?: Maybe<Category>;
  /** A product by id. Archived products are found by administrators only. */
  readonly product?: Maybe<Product>;
  /** Products, filtered, sorted and paged. */
  readonly products: ProductConnection;
};


export type QueryCategoryArgs = {
  slug: Scalars['String']['input'];
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ProductSort>;
};

/** Another product has this article number. */
export type SkuTaken = {
  readonly __typename?: 'SkuTaken';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** Another category has this slug. */
export type SlugTaken = {
  readonly __typename?: 'SlugTaken';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** Changes to a product. Fields left out stay as they are. */
export type UpdateProductInput = {
  /** Slug of an existing category. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** Up to 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Which product. */
  readonly id: Scalars['ID']['input'];
  /** A path that starts with /media/. */
  readonly imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Price of one unit in cents, 1 to 100,000,000. */
  readonly priceCents?: InputMaybe<Scalars['Int']['input']>;
  /** ACTIVE brings an archived product back. */
  readonly status?: InputMaybe<ProductStatus>;
  /** The version that the change is based on. */
  readonly version: Scalars['Int']['input'];
};

/** What `updateProduct` answers. */
export type UpdateProductResult = Product | ProductChanged;



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
  Category: Category;
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Category:
    ( { __typename: 'Category' }
    & GraphQLRecursivePick<FederationTypes['Category'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateCategoryResult:
    | ( CategoryModel )
    | ( SlugTaken )
  ;
  CreateProductResult:
    | ( ProductModel )
    | ( SkuTaken )
  ;
  UpdateProductResult:
    | ( ProductModel )
    | ( Omit<ProductChanged, 'product'> & { product: _RefType['Product'] } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CacheReadCounts: ResolverTypeWrapper<CacheReadCountsModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CatalogCacheStats: ResolverTypeWrapper<CatalogCacheStatsModel>;
  Category: ResolverTypeWrapper<CategoryModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCategoryResult']>;
  CreateProductInput: CreateProductInput;
  CreateProductResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateProductResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Product: ResolverTypeWrapper<ProductModel>;
  ProductChanged: ResolverTypeWrapper<Omit<ProductChanged, 'product'> & { product: ResolversTypes['Product'] }>;
  ProductConnection: ResolverTypeWrapper<ProductConnectionModel>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductFilter: ProductFilter;
  ProductSort: ProductSort;
  ProductStatus: ProductStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SkuTaken: ResolverTypeWrapper<SkuTaken>;
  SlugTaken: ResolverTypeWrapper<SlugTaken>;
  UpdateProductInput: UpdateProductInput;
  UpdateProductResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProductResult']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CacheReadCounts: CacheReadCountsModel;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  CatalogCacheStats: CatalogCacheStatsModel;
  Category: CategoryModel;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryResult: ResolversUnionTypes<ResolversParentTypes>['CreateCategoryResult'];
  CreateProductInput: CreateProductInput;
  CreateProductResult: ResolversUnionTypes<ResolversParentTypes>['CreateProductResult'];
  DateTime: Scalars['DateTime']['output'];
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Product: ProductModel;
  ProductChanged: Omit<ProductChanged, 'product'> & { product: ResolversParentTypes['Product'] };
  ProductConnection: ProductConnectionModel;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductFilter: ProductFilter;
  Query: Record<PropertyKey, never>;
  SkuTaken: SkuTaken;
  SlugTaken: SlugTaken;
  UpdateProductInput: UpdateProductInput;
  UpdateProductResult: ResolversUnionTypes<ResolversParentTypes>['UpdateProductResult'];
};

export type CacheReadCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CacheReadCounts'] = ResolversParentTypes['CacheReadCounts']> = {
  database?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hitRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memory?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nowhere?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  redis?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogCacheStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogCacheStats'] = ResolversParentTypes['CatalogCacheStats']> = {
  hotReads?: Resolver<ResolversTypes['CacheReadCounts'], ParentType, ContextType>;
  memoryProducts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mostRead?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<CatalogCacheStatsMostReadArgs, 'first'>>;
  rankedProducts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes['CacheReadCounts'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  soonWantedProducts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCategoryResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCategoryResult'] = ResolversParentTypes['CreateCategoryResult']> = {
  __resolveType: TypeResolveFn<'Category' | 'SlugTaken', ParentType, ContextType>;
};

export type CreateProductResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProductResult'] = ResolversParentTypes['CreateProductResult']> = {
  __resolveType: TypeResolveFn<'Product' | 'SkuTaken', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountCents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveProduct?: Resolver<ResolversTypes['Product'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'id'>>;
  createCategory?: Resolver<ResolversTypes['CreateCategoryResult'], ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createProduct?: Resolver<ResolversTypes['CreateProductResult'], ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  updateProduct?: Resolver<ResolversTypes['UpdateProductResult'], ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isInStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductChanged'] = ResolversParentTypes['ProductChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalogCacheStats?: Resolver<ResolversTypes['CatalogCacheStats'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'slug'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<QueryProductsArgs, 'first' | 'sort'>>;
};

export type SkuTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkuTaken'] = ResolversParentTypes['SkuTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SlugTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlugTaken'] = ResolversParentTypes['SlugTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProductResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProductResult'] = ResolversParentTypes['UpdateProductResult']> = {
  __resolveType: TypeResolveFn<'Product' | 'ProductChanged', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CacheReadCounts?: CacheReadCountsResolvers<ContextType>;
  CatalogCacheStats?: CatalogCacheStatsResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CreateCategoryResult?: CreateCategoryResultResolvers<ContextType>;
  CreateProductResult?: CreateProductResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductChanged?: ProductChangedResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SkuTaken?: SkuTakenResolvers<ContextType>;
  SlugTaken?: SlugTakenResolvers<ContextType>;
  UpdateProductResult?: UpdateProductResultResolvers<ContextType>;
};


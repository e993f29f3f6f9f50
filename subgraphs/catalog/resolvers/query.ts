import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest, type PageRequest } from '#platform/graphql/page.ts';
import { hasScope, requireScope, type Viewer } from '#platform/identity/viewer.ts';
import { findCategoriesBySlug, listCategories } from '../data/category.repository.ts';
import {
  countMatching,
  listProducts,
  positionOf,
  type ProductOrder,
  type ProductQuery,
} from '../data/list-products.ts';
import { resolveSearch } from '../data/resolve-search.ts';
import type { Db } from '../data/tables.ts';
import { MAX_SEARCH_LENGTH } from '../domain/search-words.ts';
import type { ProductFilter, QueryProductsArgs, QueryResolvers } from '../generated/resolvers.ts';
import type { ProductConnectionModel } from '../models.ts';

const DEFAULT_FIRST = 24;
/** Longer pages are nobody's first view: they are not kept in memory. */
const MAX_KEPT = 48;
const MAX_SLUGS = 100;

export const Query: QueryResolvers = {
  async product(_root, { id }, { products, viewer }) {
    const product = await products.load(id);
    if (product === undefined) return null;
    return product.status === 'ACTIVE' || maySeeArchived(viewer) ? product : null;
  },

  async products(_root, args, { catalog, viewer }) {
    const { db } = catalog.store;
    const { search, order } = readSearch(args);
    const page = readPageRequest(args, order, DEFAULT_FIRST);
    const filter = checkFilter(args.filter ?? {}, viewer);
    const read = () => readList(db, { search, filter, order, page });
    // What administrators look at is as it is.
    if (page.after !== undefined || page.first > MAX_KEPT || filter.status !== 'ACTIVE') {
      return read();
    }
    return catalog.lists.get(JSON.stringify([search, filter, order, page.first]), read);
  },

  categories: (_root, _args, { catalog }) => listCategories(catalog.store.db),

  async category(_root, { slug }, { catalog }) {
    const [category] = await findCategoriesBySlug(catalog.store.db, [slug]);
    return category ?? null;
  },

  catalogCacheStats(_root, _args, { catalog, viewer }) {
    requireScope(viewer, 'catalog:write');
    return catalog.reads.read();
  },
};

const NOTHING: ProductConnectionModel = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  countAll: () => Promise.resolve(0),
};

const maySeeArchived = (viewer: Viewer) => hasScope(viewer, 'catalog:write');

function readSearch(args: QueryProductsArgs): { search: string | undefined; order: ProductOrder } {
  const search = args.search?.trim() ?? '';
  if (search.length > MAX_SEARCH_LENGTH) {
    throw new AppError('BAD_USER_INPUT', `search must be at most ${MAX_SEARCH_LENGTH} characters`);
  }
  const sort = args.sort ?? 'RELEVANCE';
  if (search === '') return { search: undefined, order: sort === 'RELEVANCE' ? 'NEWEST' : sort };
  return { search, order: sort };
}

interface ListRequest {
  search: string | undefined;
  filter: ProductFilter;
  order: ProductOrder;
  page: PageRequest;
}

async function readList(
  db: Db,
  { search, filter, order, page }: ListRequest,
): Promise<ProductConnectionModel> {
  const asked = await toQuery(db, filter);
  const found = search === undefined ? undefined : await resolveSearch(db, search);
  if (search !== undefined && found === undefined) return NOTHING;

  const query = { ...asked, ...(found !== undefined && { search: found }) };
  const ranked = await listProducts(db, query, order, page);
  const { edges, pageInfo } = createPage(ranked, page, order, positionOf);
  let count: Promise<number> | undefined;
  const countAll = () => {
    count ??= countMatching(db, query).catch((error: unknown) => {
      count = undefined;
      throw error;
    });
    return count;
  };
  return {
    edges: edges.map(({ cursor, node }) => ({ cursor, node: node.product })),
    pageInfo,
    countAll,
  };
}

/** With the status that is meant. */
function checkFilter(filter: ProductFilter, viewer: Viewer): ProductFilter {
  const { categories, status = 'ACTIVE' } = filter;
  if (status !== 'ACTIVE') requireScope(viewer, 'catalog:write');
  if (categories != null && categories.length > MAX_SLUGS) {
    throw new AppError('BAD_USER_INPUT', `categories must be at most ${MAX_SLUGS} slugs`);
  }
  return { ...filter, status };
}

async function toQuery(db: Db, filter: ProductFilter): Promise<ProductQuery> {
  const { categories, minPriceCents, maxPriceCents, inStock, status } = filter;
  return {
    ...(status != null && { status }),
    ...(minPriceCents != null && { minPriceCents }),
    ...(maxPriceCents != null && { maxPriceCents }),
    ...(inStock != null && { isInStock: inStock }),
    ...(categories != null && {
      categoryIds: (await findCategoriesBySlug(db, categories)).map(({ id }) => id),
    }),
  };
}

import { parsePriceCents } from '../../shared/format/money.ts';

export type ShopSort = 'NAME' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC' | 'RELEVANCE';

/** What a visitor looks for. It lives in the address, so that it can be shared and survives "back". */
export type ShopSearch = {
  readonly text: string;
  readonly category: string;
  /** As typed; what is no price counts as no bound. */
  readonly minPrice: string;
  readonly maxPrice: string;
  readonly isInStock: boolean;
  readonly sort: ShopSort;
};

export const EVERYTHING: ShopSearch = {
  text: '',
  category: '',
  minPrice: '',
  maxPrice: '',
  isInStock: false,
  sort: 'RELEVANCE',
};

export const SORT_LABELS: Record<ShopSort, string> = {
  RELEVANCE: 'Best match',
  NEWEST: 'Newest',
  PRICE_ASC: 'Price: low to high',
  PRICE_DESC: 'Price: high to low',
  NAME: 'Name',
};

export function readSearch(parameters: URLSearchParams): ShopSearch {
  const sort = parameters.get('sort') ?? '';
  return {
    text: parameters.get('q') ?? '',
    category: parameters.get('category') ?? '',
    minPrice: parameters.get('min') ?? '',
    maxPrice: parameters.get('max') ?? '',
    isInStock: parameters.get('stock') === '1',
    sort: isSort(sort) ? sort : EVERYTHING.sort,
  };
}

/** Only what differs from showing everything stands in the address. */
export function writeSearch(search: ShopSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search.text) parameters.set('q', search.text);
  if (search.category) parameters.set('category', search.category);
  if (search.minPrice) parameters.set('min', search.minPrice);
  if (search.maxPrice) parameters.set('max', search.maxPrice);
  if (search.isInStock) parameters.set('stock', '1');
  if (search.sort !== EVERYTHING.sort) parameters.set('sort', search.sort);
  return parameters;
}

export function toVariables(search: ShopSearch) {
  const { text, category, isInStock, sort } = search;
  const minPriceCents = parsePriceCents(search.minPrice);
  const maxPriceCents = parsePriceCents(search.maxPrice);
  return {
    search: text.trim() || null,
    filter: {
      ...(category && { categories: [category] }),
      ...(minPriceCents !== undefined && { minPriceCents }),
      ...(maxPriceCents !== undefined && { maxPriceCents }),
      ...(isInStock && { inStock: true }),
    },
    sort,
  };
}

/** How many filters narrow the list, beside the words and the order. */
export function countFilters({ category, minPrice, maxPrice, isInStock }: ShopSearch): number {
  return [category, minPrice || maxPrice, isInStock].filter(Boolean).length;
}

function isSort(text: string): text is ShopSort {
  return Object.hasOwn(SORT_LABELS, text);
}

import { LRUCache } from 'lru-cache';
import type { Product } from '../domain/product.ts';

/** The products that this replica reads most, in its memory. What is here is shared: nobody changes it. */
export interface MemoryProducts {
  /** Null when there is no such product, undefined when that is not known here. */
  get: (id: string) => Product | null | undefined;
  /** Keeps it, unless something later is known of it. */
  keep: (product: Product) => void;
  keepAbsent: (id: string) => void;
  /** Forgets what is older than this revision, and takes nothing older any more. */
  setFloor: (id: string, revision: number) => void;
  /** Whether a later revision is known to exist. */
  isOutdated: (product: Product) => boolean;
  /** Forgets the products, not the floors. */
  clear: () => void;
  size: () => number;
}

export interface MemoryProductsOptions {
  maxProducts: number;
  /**
   * How long a product is served without asking again. It is the bound of how old a price can be, should the
   * message about its change be lost.
   */
  freshMs: number;
  /** Milliseconds that only grow. */
  clock?: () => number;
}

/** Ids of nothing, which anybody can make up, have a place of their own: they push no product out. */
const MAX_ABSENT = 1_000;
/** Revisions of products that changed lately: a fill that began before the change may still be under way. */
const MAX_FLOORS = 10_000;

export function createMemoryProducts(options: MemoryProductsOptions): MemoryProducts {
  const { maxProducts, freshMs: ttl, clock = () => performance.now() } = options;
  const perf = { now: clock };
  // Resolution 0: otherwise the clock is looked at once a millisecond, through a timer.
  const aged = { ttl, perf, ttlResolution: 0 };
  const products = new LRUCache<string, Product>({ max: maxProducts, ...aged });
  const absent = new LRUCache<string, true>({ max: MAX_ABSENT, ...aged });
  const floors = new LRUCache<string, number>({ max: MAX_FLOORS });

  const isOutdated = ({ id, revision }: Product) => revision < (floors.get(id) ?? 0);

  return {
    get: (id) => products.get(id) ?? (absent.size > 0 && absent.has(id) ? null : undefined),
    keep(product) {
      if (isOutdated(product)) return;
      const known = products.peek(product.id);
      if (known !== undefined && known.revision > product.revision) return;
      absent.delete(product.id);
      products.set(product.id, product);
    },
    keepAbsent(id) {
      if (!floors.has(id)) absent.set(id, true);
    },
    setFloor(id, revision) {
      floors.set(id, Math.max(revision, floors.get(id) ?? 0));
      absent.delete(id);
      const known = products.peek(id);
      if (known !== undefined && known.revision < revision) products.delete(id);
    },
    isOutdated,
    clear() {
      products.clear();
      absent.clear();
    },
    size: () => products.size,
  };
}

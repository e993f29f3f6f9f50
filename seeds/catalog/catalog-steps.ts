import { wordsOf } from '../../subgraphs/catalog/domain/search-words.ts';
import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import { pictureUrl } from '../pictures/picture-url.ts';
import type { World } from '../world.ts';
import { categoryId } from './category-id.ts';

const PRODUCTS_A_CHUNK = 2_000;
/** Inventory's first report, which its rows carry too. */
const STOCK_VERSION = 1;

export function catalogSteps(world: World): SeedStep[] {
  const { plan, categories, sizes } = world;
  return [
    {
      name: 'categories',
      databases: ['catalog'],
      rows: categories.length,
      chunkSize: categories.length,
      make: () => ({
        catalog: (client) =>
          copyRows(
            client,
            CATEGORIES,
            categories.map(({ slug, name, icon }, index) => [
              categoryId(plan, index),
              slug,
              name,
              pictureUrl(icon, index),
            ]),
          ),
      }),
    },
    {
      name: 'products',
      databases: ['catalog'],
      rows: sizes.products,
      chunkSize: PRODUCTS_A_CHUNK,
      make(from, to) {
        const words = new Set<string>();
        const rows = indexes(from, to).map((index) => {
          const product = world.product(index);
          for (const word of wordsOf(`${product.name} ${product.description}`)) words.add(word);
          return [
            product.id,
            product.sku,
            product.name,
            product.description,
            product.priceCents,
            'USD',
            categoryId(plan, index % categories.length),
            product.imageUrl,
            product.status,
            world.stock(index).some(({ available }) => available > 0),
            STOCK_VERSION,
            product.createdAt,
            product.createdAt,
          ];
        });
        return {
          async catalog(client) {
            await copyRows(client, PRODUCTS, rows);
            await client.query(
              'insert into search_word (word) select unnest($1::text[]) on conflict do nothing',
              [[...words].toSorted()],
            );
          },
        };
      },
    },
  ];
}

const CATEGORIES: CopyTable = {
  name: 'category',
  columns: {
    id: 'uuid',
    slug: 'text',
    name: 'text',
    image_url: 'text',
  },
};
const PRODUCTS: CopyTable = {
  name: 'product',
  columns: {
    id: 'uuid',
    sku: 'text',
    name: 'text',
    description: 'text',
    price_cents: 'int4',
    currency: 'text',
    category_id: 'uuid',
    image_url: 'text',
    status: 'text',
    is_in_stock: 'bool',
    stock_version: 'int8',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

import { wordsOf } from '../../subgraphs/catalog/domain/search-words.ts';
import { copyRows } from '../loading/copy-rows.ts';
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
      database: 'catalog',
      rows: categories.length,
      chunkSize: categories.length,
      load: (client) =>
        copyRows(
          client,
          'category',
          ['id', 'slug', 'name', 'image_url'],
          categories.map(({ slug, name, icon }, index) => [
            categoryId(plan, index),
            slug,
            name,
            pictureUrl(icon, index),
          ]),
        ),
    },
    {
      name: 'products',
      database: 'catalog',
      rows: sizes.products,
      chunkSize: PRODUCTS_A_CHUNK,
      async load(client, from, to) {
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
        await copyRows(client, 'product', PRODUCT_COLUMNS, rows);
        await client.query(
          'insert into search_word (word) select unnest($1::text[]) on conflict do nothing',
          [[...words].toSorted()],
        );
      },
    },
  ];
}

const PRODUCT_COLUMNS = [
  'id',
  'sku',
  'name',
  'description',
  'price_cents',
  'currency',
  'category_id',
  'image_url',
  'status',
  'is_in_stock',
  'stock_version',
  'created_at',
  'updated_at',
];

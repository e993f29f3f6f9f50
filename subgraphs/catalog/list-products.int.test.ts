import { archiveProduct } from './data/edit-product.ts';
import { editor, testCatalog, type TestCatalog } from './testing/catalog.ts';

let shop: TestCatalog;
beforeEach(async () => void (shop = await testCatalog()));
afterEach(() => shop[Symbol.asyncDispose]());

const LIST = `query ($search: String, $filter: ProductFilter, $sort: ProductSort, $first: Int, $after: String) {
  products(search: $search, filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { node { name } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;

async function list(variables: Record<string, unknown> = {}, viewer?: typeof editor) {
  const { products } = await shop.ask(LIST, variables, viewer);
  return {
    names: products.edges.map(({ node }: { node: { name: string } }) => node.name) as string[],
    after: products.pageInfo.endCursor as string | null,
    hasMore: products.pageInfo.hasNextPage as boolean,
    total: products.totalCount as number,
  };
}

async function readToEnd(variables: Record<string, unknown>) {
  const names: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 100; pages++) {
    const page = await list({ ...variables, after });
    names.push(...page.names);
    if (!page.hasMore) return names;
    ({ after } = page);
  }
  throw new Error('the list does not end');
}

test.each(['NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'NAME', 'RELEVANCE'])(
  'pages of %s show every product once, equal keys included',
  async (sort) => {
    for (const name of ['Tin mug', 'mug', 'Mug', 'Blue mug', 'Red mug', 'Mug rack', 'Green mug']) {
      await shop.add({ name, priceCents: name.length > 4 ? 900 : 400 });
    }
    const variables = { sort, ...(sort === 'RELEVANCE' && { search: 'mug' }) };

    const paged = await readToEnd({ ...variables, first: 2 });

    expect(new Set(paged).size).toBe(7);
    expect(paged).toEqual((await list({ ...variables, first: 100 })).names);
  },
);

test('sorts by price, name and age', async () => {
  await shop.add({ name: 'banjo', priceCents: 300 });
  await shop.add({ name: 'Cello', priceCents: 100 });
  await shop.add({ name: 'Alto horn', priceCents: 200 });

  expect((await list({ sort: 'PRICE_ASC' })).names).toEqual(['Cello', 'Alto horn', 'banjo']);
  expect((await list({ sort: 'PRICE_DESC' })).names).toEqual(['banjo', 'Alto horn', 'Cello']);
  expect((await list({ sort: 'NAME' })).names).toEqual(['Alto horn', 'banjo', 'Cello']);
  expect((await list()).names).toEqual(['Alto horn', 'Cello', 'banjo']);
});

test('filters add up, and the count is that of all pages', async () => {
  await shop.add({ name: 'Spade', categoryId: shop.categoryId('garden'), priceCents: 2_000 });
  await shop.add({ name: 'Rake', categoryId: shop.categoryId('garden'), priceCents: 3_000 });
  await shop.add({ name: 'Hose', categoryId: shop.categoryId('garden'), priceCents: 2_500 });
  await shop.add({ name: 'Pan', priceCents: 2_500 });
  await shop.db
    .updateTable('product')
    .set({ is_in_stock: true })
    .where('name', '<>', 'Hose')
    .execute();
  const filter = { categories: ['garden'], minPriceCents: 2_000, maxPriceCents: 2_900 };

  expect(await list({ filter, first: 1 })).toMatchObject({ names: ['Hose'], total: 2 });
  expect((await list({ filter: { ...filter, inStock: true } })).names).toEqual(['Spade']);
  expect((await list({ filter: { categories: ['kitchen', 'garden'] } })).total).toBe(4);
  expect(await list({ filter: { categories: ['attic'] } })).toMatchObject({ names: [], total: 0 });
});

describe('search', () => {
  beforeEach(async () => {
    await shop.add({ name: 'Nordvik Coffee Grinder', sku: 'KIT-0012' });
    await shop.add({ name: 'Steel Kettle', description: 'Boils water for coffee and tea.' });
    await shop.add({ name: 'Oak Chair', description: 'Seats one.' });
  });

  test.each([
    ['all words, in any form', 'grinders coffee', ['Nordvik Coffee Grinder']],
    ['the beginning of the last word', 'nordvik gri', ['Nordvik Coffee Grinder']],
    ['the beginning of the only word', 'ket', ['Steel Kettle']],
    ['the article number', 'kit-0012', ['Nordvik Coffee Grinder']],
    ['what is not excluded', 'coffee -kettle', ['Nordvik Coffee Grinder']],
    ['either', '"oak chair" OR kettle', ['Oak Chair', 'Steel Kettle']],
    ['a word with a letter too few', 'cofee', ['Nordvik Coffee Grinder', 'Steel Kettle']],
    ['two words with errors', 'cofee grindr', ['Nordvik Coffee Grinder']],
    ['swapped letters', 'chiar', ['Oak Chair']],
    ['a wrong letter beside a right word', 'steel kattle', ['Steel Kettle']],
    ['no nonsense', 'zzyzx', []],
    ['nothing but signs', '&|!:*\'"', []],
  ])('finds %s: %s', async (_rule, search, names) => {
    const found = await list({ search });

    expect(found.names.toSorted()).toEqual(names.toSorted());
    expect(found.total).toBe(names.length);
  });

  test('ranks the name before the description', async () => {
    expect((await list({ search: 'coffee' })).names).toEqual([
      'Nordvik Coffee Grinder',
      'Steel Kettle',
    ]);
  });

  test('is refused when it is longer than anyone types', async () => {
    await expect(list({ search: 'x'.repeat(201) })).rejects.toThrow('at most 200 characters');
  });
});

test('counts only when the count is selected', async () => {
  await shop.add();
  const names = '{ products { edges { node { name } } } }';
  const total = '{ products { totalCount edges { node { name } } } }';

  expect(await shop.countStatements(() => shop.ask(names))).toBe(1);
  // The page itself is still in memory.
  expect(await shop.countStatements(() => shop.ask(total))).toBe(1);
});

test('categories and their counts cost a statement each, however long the list is', async () => {
  for (const slug of ['kitchen', 'garden', 'kitchen'] as const) {
    await shop.add({ categoryId: shop.categoryId(slug) });
  }
  const query = '{ products { edges { node { name category { name productCount } } } } }';

  expect(await shop.countStatements(() => shop.ask(query))).toBe(3);
});

test('a cursor of another order or with made-up values is refused', async () => {
  await shop.add();
  const { after } = await list({ sort: 'PRICE_ASC' });
  const forged = Buffer.from('["PRICE_ASC","x","y"]').toString('base64url');

  await expect(list({ sort: 'NAME', after })).rejects.toThrow('after must be');
  await expect(list({ sort: 'PRICE_ASC', after: forged })).rejects.toThrow('after must be');
});

test('archived products are for editors', async () => {
  const product = await shop.add();
  await archiveProduct(shop.catalog, product.id);
  const find = 'query ($id: ID!) { product(id: $id) { name } }';

  expect((await list()).names).toEqual([]);
  expect(await shop.ask(find, { id: product.id })).toEqual({ product: null });
  await expect(list({ filter: { status: 'ARCHIVED' } })).rejects.toThrow('sign in first');
  await expect(list({ filter: { status: null } })).rejects.toThrow('sign in first');

  expect((await list({ filter: { status: 'ARCHIVED' } }, editor)).names).toEqual(['Mug']);
  expect((await list({ filter: { status: null } }, editor)).names).toEqual(['Mug']);
  expect(await shop.ask(find, { id: product.id }, editor)).toEqual({ product: { name: 'Mug' } });
});

test('categories count what can be bought', async () => {
  await shop.add();
  const { id } = await shop.add();
  await archiveProduct(shop.catalog, id);

  expect(
    await shop.ask('{ categories { slug productCount } category(slug: "attic") { id } }'),
  ).toEqual({
    categories: [
      { slug: 'garden', productCount: 0 },
      { slug: 'kitchen', productCount: 1 },
    ],
    category: null,
  });
});

import { editor, testCatalog, type TestCatalog } from './testing/catalog.ts';

let shop: TestCatalog;
beforeEach(async () => void (shop = await testCatalog()));
afterEach(() => shop[Symbol.asyncDispose]());

const CREATE = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) {
    __typename
    ... on Product { id name version isInStock imageUrl category { slug } }
    ... on SkuTaken { message }
  }
}`;
const UPDATE = `mutation ($input: UpdateProductInput!) {
  updateProduct(input: $input) {
    __typename
    ... on Product { name version status price { amountCents } }
    ... on ProductChanged { message product { version name } }
  }
}`;
const CREATE_CATEGORY = `mutation ($input: CreateCategoryInput!) {
  createCategory(input: $input) { __typename ... on Category { slug } }
}`;
const mug = {
  sku: 'MUG-1',
  name: ' Mug ',
  description: 'Blue.',
  priceCents: 900,
  category: 'kitchen',
};

const create = async (input: object = mug, viewer: Parameters<TestCatalog['ask']>[2] = editor) =>
  (await shop.ask(CREATE, { input }, viewer))['createProduct'];
const createAttic = async () =>
  (await shop.ask(CREATE_CATEGORY, { input: { slug: 'attic', name: 'Attic' } }, editor))[
    'createCategory'
  ];
const update = async (input: object) =>
  (await shop.ask(UPDATE, { input }, editor))['updateProduct'];

test('adds a product with its category’s picture, and tells so', async () => {
  const created = await create();

  expect(created).toMatchObject({
    __typename: 'Product',
    name: 'Mug',
    version: 1,
    isInStock: false,
    imageUrl: '/media/categories/kitchen.svg',
    category: { slug: 'kitchen' },
  });
  expect(await shop.events()).toMatchObject([{ type: 'product.created', key: created.id }]);
});

test('a new category takes products, and its slug is taken', async () => {
  expect(await createAttic()).toMatchObject({ __typename: 'Category', slug: 'attic' });
  expect(await createAttic()).toEqual({ __typename: 'SlugTaken' });
  expect(await create({ ...mug, category: 'attic' })).toMatchObject({ imageUrl: '/picture.svg' });
});

test('of a crowd with one article number, one wins', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create()));

  expect(answers.filter(({ __typename }) => __typename === 'Product')).toHaveLength(1);
  expect(answers.filter(({ __typename }) => __typename === 'SkuTaken')).toHaveLength(9);
  expect(await shop.events()).toHaveLength(1);
});

test('of a crowd of edits based on one version, one wins', async () => {
  const { id } = await create();
  const edits = Array.from({ length: 10 }, (_, index) =>
    update({ id, version: 1, name: `Mug ${index}` }),
  );
  const answers = await Promise.all(edits);

  const [winner, ...others] = answers.filter(({ __typename }) => __typename === 'Product');
  expect(others).toEqual([]);
  expect(winner).toMatchObject({ version: 2 });
  const losers = answers.filter(({ __typename }) => __typename === 'ProductChanged');
  expect(losers).toHaveLength(9);
  for (const { product } of losers) expect(product).toEqual({ version: 2, name: winner.name });
});

test('edits that do not name their version would overwrite each other', async () => {
  const { id } = await create();
  const { updateProduct } = await import('./data/edit-product.ts');
  const edits = Array.from({ length: 10 }, (_, index) =>
    updateProduct(shop.catalog, id, { name: `Mug ${index}` }, undefined),
  );

  expect((await Promise.all(edits)).filter(({ isConflict }) => isConflict)).toEqual([]);
  const { version } = await shop.db
    .selectFrom('product')
    .select('version')
    .executeTakeFirstOrThrow();
  expect(version).toBe(11);
});

test('archives once and brings back', async () => {
  const { id } = await create();
  const archive = 'mutation ($id: ID!) { archiveProduct(id: $id) { status version } }';

  const archived = { archiveProduct: { status: 'ARCHIVED', version: 2 } };
  expect(await shop.ask(archive, { id }, editor)).toEqual(archived);
  expect(await shop.ask(archive, { id }, editor)).toEqual(archived);
  expect(await update({ id, version: 2, status: 'ACTIVE' })).toMatchObject({ status: 'ACTIVE' });
  expect((await shop.events()).map(({ type }) => type)).toEqual([
    'product.created',
    'product.archived',
    'product.updated',
  ]);
});

test('says everything that is wrong with a product, and stores none of it', async () => {
  await expect(create({ ...mug, sku: 'a b', priceCents: 0 })).rejects.toThrow(
    /sku must be.*priceCents/,
  );
  await expect(create({ ...mug, category: 'attic' })).rejects.toThrow(
    'slug of a category, not attic',
  );
  await expect(update({ id: 'nonsense', version: 1 })).rejects.toThrow('no product nonsense');
  expect(await shop.events()).toEqual([]);
});

test('only editors edit', async () => {
  const customer = { ...editor, scopes: [] };

  await expect(create(mug, { kind: 'anonymous' })).rejects.toThrow('sign in first');
  await expect(create(mug, customer)).rejects.toThrow('catalog:write');
});

test('a new name is found, with typing errors too', async () => {
  const { id } = await create();
  await update({ id, version: 1, name: 'Espresso Cup' });

  const { products } = await shop.ask('{ products(search: "expresso") { totalCount } }');
  expect(products.totalCount).toBe(1);
});

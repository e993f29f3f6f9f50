import { parse } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { createFederation } from '../testing/federation.ts';

const reader: Viewer = {
  kind: 'user',
  userId: 'ada',
  sessionId: 's',
  roles: [],
  scopes: ['read'],
  expiresAt: 0,
};

const library = () =>
  createFederation({
    catalog: {
      sdl: `
        type Query { found: [Found!]! items: [Item!]! open: Int hidden: Int @authenticated book: Book }
        union Found = Book | Diary
        interface Item { id: ID! }
        type Book implements Item @key(fields: "id sku") {
          id: ID! title: String sku: String @requiresScopes(scopes: [["read"]])
        }
        type Diary implements Item @authenticated { id: ID! text: String }
      `,
      resolvers: {
        Query: {
          found: () => [diary, book],
          items: () => [diary],
          open: () => 1,
          hidden: () => 2,
          book: () => book,
        },
        Book: { __resolveReference: () => book },
      },
    },
    shipping: {
      sdl: `
        type Book @key(fields: "id sku") { id: ID! sku: String @shareable fee: Int }
      `,
      resolvers: {
        Book: {
          __resolveReference: (reference: object) => reference,
          fee: ({ sku }: { sku: string }) => sku.length,
        },
      },
    },
  });

const diary = { __typename: 'Diary', id: 'd1', text: 'secret' };
const book = { __typename: 'Book', id: 'b1', title: 'Dune', sku: 'sku-7' };

test.each([
  ['an inline fragment', '{ found { ... on Diary { text } } }'],
  ['a fragment', '{ found { ...D } } fragment D on Diary { text }'],
  [
    'a fragment in a fragment',
    '{ found { ...I } } fragment I on Found { ...D } fragment D on Diary { text }',
  ],
])('a guarded type is not seen through %s', async (_, query) => {
  const { run } = library();

  const answer = await run(query, {}, ANONYMOUS);

  expect(JSON.stringify(answer)).not.toMatch(/secret|d1/);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(JSON.stringify(await run(query, {}, reader))).toMatch(/secret|d1/);
});

test('an interface that a guarded type implements is guarded, as it is composed', async () => {
  const { run } = library();

  await expect(run('{ items { id } }')).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
  expect((await run('{ items { id } }', {}, reader)).data).toEqual({ items: [{ id: 'd1' }] });
});

test('the type of what may be guarded is told to everybody', async () => {
  const { run } = library();

  expect(await run('{ found { __typename } }')).toEqual({
    data: { found: [{ __typename: 'Diary' }, { __typename: 'Book' }] },
  });
});

test('a denied field stays hidden when it is fetched to find the rest, under any name', async () => {
  const { run } = library();

  const answer = await run('{ book { fee sku number: sku } }');

  expect(answer.data).toEqual({ book: { fee: 5, sku: null, number: null } });
  expect(answer.errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('a denied root field is found in a fragment', async () => {
  const { run } = library();

  await expect(run('{ open ...H } fragment H on Query { hidden }')).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test('what only another operation of the document uses is not asked of this one', async () => {
  const { supergraph } = library();
  const prepare = createPrepareOperation(supergraph);
  const document = parse(`
    query Mine { open }
    query Other { ...H }
    fragment H on Query { hidden book { sku } }
  `);

  expect((await prepare(document, 'Mine', ANONYMOUS)).accessErrors).toEqual([]);
  expect(() => prepare(document, 'Other', ANONYMOUS)).toThrow('Query.hidden needs an access token');
});

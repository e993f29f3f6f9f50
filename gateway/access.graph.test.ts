import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { PASSWORD, signUp, signUpAdmin, SESSION } from './testing/people.ts';
import { addToCart, checkOut, openShop, stockProduct } from './testing/shop.ts';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

const codes = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.map(({ extensions }) => extensions['code']);

test('nobody signed in: public fields answer, others say so', async () => {
  const anyone = graph.client();

  expect(await anyone.ask('{ me { id } products { totalCount } }')).toEqual({
    data: { me: null, products: { totalCount: 0 } },
  });
  expect(codes(await anyone.ask('{ cart { totalQuantity } }'))).toEqual(['UNAUTHENTICATED']);
  expect(codes(await graph.client('forged').ask('{ me { id } }'))).toEqual(['UNAUTHENTICATED']);
});

test('a customer is not an administrator', async () => {
  const ada = await signUp(graph);

  expect(codes(await ada.client.ask('{ users { totalCount } }'))).toEqual(['FORBIDDEN']);
  const create = `mutation { createProduct(input: { sku: "x", name: "x", description: "", priceCents: 1, category: "mugs" }) { __typename } }`;
  expect(codes(await ada.client.ask(create))).toEqual(['FORBIDDEN']);
});

test('one customer sees nothing of another', async () => {
  const admin = await signUpAdmin(graph);
  await openShop(admin);
  const mug = await stockProduct(admin, { name: 'Mug', priceCents: 900, units: 5 });
  const [ada, ben] = [await signUp(graph), await signUp(graph, 'Ben')];
  await addToCart(ada, mug.id, 1);
  const { id } = await checkOut(ada);
  const order = 'query ($id: ID!) { order(id: $id) { id } }';

  expect(await ben.client.get(order, { id })).toEqual({ order: null });
  expect(await ada.client.get(order, { id })).toEqual({ order: { id } });
  expect(await admin.client.get(order, { id })).toEqual({ order: { id } });
  const cancel = 'mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }';
  expect(codes(await ben.client.ask(cancel, { id }))).toEqual(['NOT_FOUND']);
  await expect(
    ben.client.follow(
      'subscription ($id: ID!) { orderUpdated(id: $id) { id } }',
      { id },
      () => true,
    ),
  ).rejects.toThrow('NOT_FOUND');
});

test('what is for the subgraphs themselves is not in the public schema', async () => {
  const answer = await graph.client().ask('mutation { _admitOrders(orders: []) { orderId } }');

  expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('a refresh token works once; using it again ends the family', async () => {
  const ada = await signUp(graph);
  const refresh = (refreshToken: string) =>
    graph
      .client()
      .get<{ refreshSession: { __typename: string; refreshToken?: string } }>(
        `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename ${SESSION} } }`,
        { input: { refreshToken } },
      );

  const first = (await refresh(ada.refreshToken)).refreshSession;
  expect(first.__typename).toBe('Session');
  expect((await refresh(first.refreshToken ?? '')).refreshSession.__typename).toBe('Session');
  const reused = await refresh(ada.refreshToken);
  expect(reused.refreshSession.__typename).toBe('SessionEnded');
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await signUp(graph);
  const login = (input: object) =>
    graph
      .client()
      .get(
        'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on InvalidCredentials { message } } }',
        { input },
      );

  const wrong = await login({ email, password: 'not my password' });
  expect(wrong).toMatchObject({ login: { __typename: 'InvalidCredentials' } });
  expect(await login({ email: 'nobody@plaza.example', password: PASSWORD })).toEqual(wrong);
});

test('bad input says what was expected', async () => {
  const anyone = graph.client();
  const page = await anyone.ask('{ products(first: 1000) { totalCount } }');
  const account = await anyone.ask(
    'mutation { register(input: { email: "nobody", password: "short", name: "" }) { __typename } }',
  );

  expect([codes(page), codes(account)]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  expect(page.errors?.[0]?.message).toContain('from 1 to 100');
  expect(account.errors?.[0]?.message).toContain('8 to 128 characters');
});

test('health, readiness and metrics are told', async () => {
  const [health, ready, metrics] = await Promise.all(
    ['/health', '/ready', '/metrics'].map((path) => fetch(`${graph.url}${path}`)),
  );

  expect([health?.status, ready?.status]).toEqual([200, 200]);
  expect(await metrics?.text()).toContain('gateway_requests_total');
});

import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { PASSWORD, SESSION, signUp, signUpAdmin, type Person } from './testing/people.ts';
import { addToCart, checkOut, openShop, stockProduct } from './testing/shop.ts';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

const FOLLOW =
  'subscription ($id: ID!) { orderUpdated(id: $id) { id status lines { product { name } } } }';

async function tokenOf({ client, email }: Person): Promise<string> {
  const { login } = await client.get<{ login: { accessToken: string } }>(
    `mutation ($input: LoginInput!) { login(input: $input) { ${SESSION} } }`,
    { input: { email, password: PASSWORD } },
  );
  return login.accessToken;
}

/** What an event stream says until `isLast`, or until it ends. */
async function follow(person: Person, id: string, isLast: (text: string) => boolean) {
  const stop = new AbortController();
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${await tokenOf(person)}`,
    },
    body: JSON.stringify({ query: FOLLOW, variables: { id } }),
    signal: stop.signal,
  });
  let text = '';
  if (response.body === null) return text;
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (isLast(text)) break;
  }
  stop.abort();
  return text;
}

test('an order is followed as an event stream to its end, by its owner only', async () => {
  const admin = await signUpAdmin(graph);
  await openShop(admin);
  const mug = await stockProduct(admin, { name: 'Mug', priceCents: 900, units: 5 });
  const [ada, ben] = [await signUp(graph), await signUp(graph, 'Ben')];
  await addToCart(ada, mug.id, 1);
  const { id = '' } = await checkOut(ada);

  const seen = await follow(ada, id, (text) => text.includes('"DELIVERED"'));
  expect(seen).toContain(`event: next\ndata: {"data":{"orderUpdated":{"id":"${id}"`);
  expect(seen).toContain('"status":"DELIVERED","lines":[{"product":{"name":"Mug"}}]');

  const refused = await follow(ben, id, () => false);
  expect(refused).toContain('NOT_FOUND');
  expect(refused).not.toContain('"Mug"');
  expect(refused.endsWith('event: complete\ndata: \n\n')).toBe(true);
}, 60_000);

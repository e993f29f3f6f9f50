import { ANONYMOUS, type Viewer } from '../platform/identity/viewer.ts';
import type { FetchView, PlanView } from './execution/plan-view/describe-plan.ts';
import { startTinyGateway } from './testing/tiny-gateway.ts';

const user = (scopes: readonly string[]): Viewer => ({
  kind: 'user',
  userId: 'u',
  sessionId: 's',
  roles: [],
  scopes,
  expiresAt: 2_000_000_000,
});
const viewers: Record<string, Viewer> = {
  admin: user(['schema:read']),
  customer: user([]),
  partner: { kind: 'partner', partnerKeyId: 'p', scopes: ['schema:read'] },
  nobody: ANONYMOUS,
};
const query = `query Books($more: Boolean = false) {
  a: book(id: 1) { title stars }
  b: book(id: 1) { title stars }
  c: book(id: 2) @include(if: $more) { title }
}`;

interface Answer {
  data: unknown;
  extensions?: { plan?: PlanView; cost?: unknown };
}

async function ask(who: string, body: object): Promise<Answer> {
  const registered = { find: () => undefined, has: () => true, isForPartner: () => true };
  await using gateway = await startTinyGateway({ viewers, registered });
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

test('an administrator who asks for the plan sees each fetch and what became of it', async () => {
  const { data, extensions } = await ask('admin', { query, extensions: { plan: true } });
  const book = { title: 'Dune', stars: 4 };
  expect(data).toEqual({ a: book, b: book });
  const { plan, cost } = extensions ?? {};
  expect(cost).toEqual({ estimated: expect.any(Number), actual: expect.any(Number) });
  expect(plan?.ms).toBeGreaterThan(0);
  expect(plan?.fetches).toBeGreaterThanOrEqual(2);
  expect(plan?.sent).toBeGreaterThanOrEqual(2);

  const text = JSON.stringify(plan?.root);
  expect(text).toContain('"kind":"sequence"');
  const reviews = fetchesOf(plan?.root).find(({ subgraph }) => subgraph === 'reviews');
  expect(reviews?.document).toContain('_entities(representations: $');
  expect(reviews?.path.split(', ').toSorted()).toEqual(['a', 'b']);
  expect(reviews?.sent).toMatchObject({
    waiting: expect.any(Number),
    representations: 1,
    bytes: expect.any(Number),
    ms: expect.any(Number),
    startedMs: expect.any(Number),
  });
  expect(reviews?.sent?.bytes).toBeGreaterThan(10);
});

test('nobody else sees it, and an administrator only when asking', async () => {
  for (const who of ['customer', 'partner', 'nobody']) {
    const { data, extensions } = await ask(who, { query, extensions: { plan: true } });
    expect(data).toBeDefined();
    expect(extensions?.plan).toBeUndefined();
  }
  for (const flag of [undefined, false, 'true', 1]) {
    const { extensions } = await ask('admin', { query, extensions: { plan: flag } });
    expect(extensions?.plan).toBeUndefined();
  }
});

function fetchesOf(step: PlanView['root']): FetchView[] {
  if (step === undefined) return [];
  if ('steps' in step) return step.steps.flatMap(fetchesOf);
  return [step];
}

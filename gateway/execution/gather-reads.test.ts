import type { ExecutionResult } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { SubgraphConnection, SubgraphRequest } from '../../platform/subgraph/connection.ts';
import { createTurns } from '../../platform/resilience/turns.ts';
import { gatherReads } from './gather-reads.ts';

const QUERY =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on P { name } } }';

const viewer = (userId: string): Viewer => ({
  kind: 'user',
  userId,
  sessionId: userId,
  roles: [],
  scopes: [],
  expiresAt: 0,
});

function products(answer?: (request: SubgraphRequest) => Promise<ExecutionResult>) {
  const sent: SubgraphRequest[] = [];
  const source: SubgraphConnection = {
    name: 'products',
    execute(request) {
      sent.push(request);
      if (answer !== undefined) return answer(request);
      const asked = request.variables?.['representations'] as { id: string }[];
      return { data: { _entities: asked.map(({ id }) => ({ name: `P${id}`, parts: [{ id }] })) } };
    },
    subscribe: () => Promise.reject(new Error('not here')),
    close: () => Promise.resolve(),
  };
  const connection = gatherReads(() => source, createTurns(2))('products');
  const ask = async (ids: readonly string[], more: Partial<SubgraphRequest> = {}) =>
    connection.execute({
      query: QUERY,
      variables: { representations: ids.map((id) => ({ __typename: 'P', id })) },
      viewer: viewer(ids.join('')),
      requestId: 'r',
      ...more,
    });
  return { ask, sent };
}

const asked = ({ variables }: SubgraphRequest) =>
  ((variables?.['representations'] ?? []) as { id: string }[]).map(({ id }) => id);

test('what is asked in one turn is one request, each entity once, and everybody gets their own', async () => {
  const { ask, sent } = products();

  const answers = await Promise.all([ask(['1', '2']), ask(['2']), ask(['3', '1'])]);

  expect(sent.map(asked)).toEqual([['1', '2', '3']]);
  expect(answers.map(({ data }) => data?.['_entities'])).toEqual([
    [
      { name: 'P1', parts: [{ id: '1' }] },
      { name: 'P2', parts: [{ id: '2' }] },
    ],
    [{ name: 'P2', parts: [{ id: '2' }] }],
    [
      { name: 'P3', parts: [{ id: '3' }] },
      { name: 'P1', parts: [{ id: '1' }] },
    ],
  ]);
});

test('it is asked as nobody, with nothing that a client has sent', async () => {
  const { ask, sent } = products();

  await ask(['1'], { headers: { authorization: 'secret' }, clientAddress: '10.0.0.1' });

  expect(sent).toEqual([expect.objectContaining({ viewer: ANONYMOUS, requestId: 'r' })]);
  expect(sent[0]).not.toHaveProperty('headers');
  expect(sent[0]).not.toHaveProperty('clientAddress');
});

test('what one asker does to its answer is not seen by another', async () => {
  const { ask } = products();
  const [first, second] = await Promise.all([ask(['1']), ask(['1'])]);

  const [entity] = (first.data?.['_entities'] ?? []) as { parts: { id: string }[] }[];
  if (entity !== undefined) entity.parts[0] = { id: 'changed' };
  expect(entity?.parts).toEqual([{ id: 'changed' }]);

  expect(second.data?.['_entities']).toEqual([{ name: 'P1', parts: [{ id: '1' }] }]);
});

test('a request that has been sent is not joined: what an event tells of is read after it', async () => {
  const gate = Promise.withResolvers<undefined>();
  const reached = Promise.withResolvers<undefined>();
  let state = 'before';
  const { ask, sent } = products(async () => {
    const seen = state;
    reached.resolve(undefined);
    await gate.promise;
    return { data: { _entities: [{ name: seen }] } };
  });

  const early = ask(['1']);
  await reached.promise;
  state = 'after';
  const late = ask(['1']);
  gate.resolve(undefined);

  expect((await late).data?.['_entities']).toEqual([{ name: 'after' }]);
  expect((await early).data?.['_entities']).toEqual([{ name: 'before' }]);
  expect(sent).toHaveLength(2);
});

test('an error of an entity is for those who asked for it, at their place', async () => {
  const { ask } = products(() =>
    Promise.resolve({
      data: { _entities: [{ name: 'P1' }, null, { name: 'P3' }] },
      errors: [
        { message: 'gone', path: ['_entities', 1, 'name'], extensions: { code: 'X' } },
      ] as never,
    }),
  );

  const answers = await Promise.all([ask(['1']), ask(['2', '3']), ask(['3', '2'])]);

  expect(answers.map(({ errors }) => errors?.map(({ path }) => path))).toEqual([
    undefined,
    [['_entities', 0, 'name']],
    [['_entities', 1, 'name']],
  ]);
});

test('an answer without the entities is told to everybody, and so is none', async () => {
  const refused = products(() =>
    Promise.resolve({ data: null, errors: [{ message: 'no' }] as never }),
  );
  const answers = await Promise.all([refused.ask(['1']), refused.ask(['2'])]);
  expect(answers.map(({ errors }) => errors?.[0]?.message)).toEqual(['no', 'no']);

  const away = products(() => Promise.reject(new Error('away')));
  const outcomes = await Promise.allSettled([away.ask(['1']), away.ask(['2'])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('other texts and other variables are requests of their own, and a request has a bound', async () => {
  const { ask, sent } = products();
  const variables = { representations: [{ __typename: 'P', id: '1' }], first: 3 };
  await Promise.all([ask(['1']), ask(['1'], { variables }), ask(['1'], { query: `${QUERY} ` })]);
  expect(sent).toHaveLength(3);

  sent.length = 0;
  await Promise.all(Array.from({ length: 1_200 }, (_, id) => ask([String(id)])));
  expect(sent.map((request) => asked(request).length)).toEqual([500, 500, 200]);
});

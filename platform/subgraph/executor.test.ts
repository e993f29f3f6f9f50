import { buildSchema } from 'graphql';
import { ANONYMOUS } from '../identity/viewer.ts';
import { silentLog } from '../telemetry/log.ts';
import { createSubgraphExecutor } from './executor.ts';

/** A stream of numbers that fails like this. */
async function listen(failure: Error) {
  const schema = buildSchema('type Query { one: Int } type Subscription { numbers: Int! }');
  const field = schema.getSubscriptionType()?.getFields()['numbers'];
  if (field === undefined) throw new Error('there is no such field');
  field.resolve = (number: number) => number;
  field.subscribe = async function* () {
    yield 1;
    await Promise.resolve();
    throw failure;
  };
  const executor = createSubgraphExecutor({
    name: 'numbers',
    schema,
    log: silentLog,
    createContext: () => ({}),
  });
  const events = await executor.subscribe({
    query: 'subscription { numbers }',
    viewer: ANONYMOUS,
    requestId: 'r1',
  });
  if (!(Symbol.asyncIterator in events)) throw new Error('it was not opened');
  const heard: unknown[] = [];
  for await (const event of events) heard.push(JSON.parse(JSON.stringify(event)));
  return heard;
}

test('a stream whose store goes away ends with UNAVAILABLE, so that it is opened again', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), {
    code: 'ECONNREFUSED',
  });
  const heard = await listen(away);

  expect(heard).toMatchObject([
    { data: { numbers: 1 } },
    { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  ]);
  expect(JSON.stringify(heard)).not.toContain('10.0.0.7');
});

test('a stream that breaks tells no more of it than any other error', async () => {
  const heard = await listen(new Error('a secret of the inside'));

  expect(heard).toMatchObject([
    { data: { numbers: 1 } },
    { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  ]);
  expect(JSON.stringify(heard)).not.toContain('secret');
});

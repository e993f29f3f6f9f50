import type { GraphClient } from '../../platform/subgraph/graph-client.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createRegisteredOperations } from './registered-operations.ts';

interface Row {
  hash: string;
  text: string;
  partnerKeyId: string | null;
}

function registry() {
  const rows: Row[] = [];
  const asked: unknown[] = [];
  let isAway = false;
  const graph: GraphClient = {
    request: <Data>(_subgraph: string, _query: string, variables: object) => {
      asked.push(variables);
      if (isAway) return Promise.reject(new Error('away'));
      const { hashes } = variables as { hashes?: string[] };
      const found = rows.filter(({ hash }) => hashes?.includes(hash) ?? true);
      return Promise.resolve({ _registeredOperations: found } as Data);
    },
  };
  const operations = createRegisteredOperations({
    file: {
      find: (hash) => (hash === 'hF' ? '{ file }' : undefined),
      has: (text) => text === '{ file }',
      isForPartner: () => true,
      texts: () => ['{ file }'],
    },
    graph,
    hasRegistry: () => true,
    log: silentLog,
  });
  return { rows, asked, operations, goAway: () => (isAway = true) };
}

test('what is registered for everybody, for one key, and in the file', async () => {
  const { rows, operations } = registry();
  rows.push(
    { hash: 'hA', text: '{ a }', partnerKeyId: null },
    { hash: 'hB', text: '{ b }', partnerKeyId: 'k1' },
  );
  await operations.refresh();

  expect(['hF', 'hA', 'hB', 'hX'].map(operations.find)).toEqual([
    '{ file }',
    '{ a }',
    '{ b }',
    undefined,
  ]);
  const mayRun = (key: string) =>
    ['{ file }', '{ a }', '{ b }', '{ x }'].map((text) => operations.isForPartner(key, text));
  expect(mayRun('k1')).toEqual([true, true, true, false]);
  expect(mayRun('k2')).toEqual([true, true, false, false]);
  expect(operations.has('{ b }')).toBe(false);
  expect([...operations.texts()]).toEqual(['{ file }', '{ a }', '{ b }']);
});

test('a text is fetched once, and forgotten when its registration ends', async () => {
  const { rows, asked, operations } = registry();
  rows.push({ hash: 'hA', text: '{ a }', partnerKeyId: null });
  await operations.refresh();
  await operations.refresh();
  expect(asked).toEqual([{}, { hashes: ['hA'] }, {}]);

  rows.length = 0;
  await operations.refresh();
  expect(operations.find('hA')).toBeUndefined();
});

test('while the registry is away what is known goes on', async () => {
  const { rows, operations, goAway } = registry();
  rows.push({ hash: 'hA', text: '{ a }', partnerKeyId: null });
  await operations.refresh();
  goAway();
  await operations.refresh();

  expect(operations.find('hA')).toBe('{ a }');
});

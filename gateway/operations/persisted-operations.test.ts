import { join } from 'node:path';
import { temporaryFolder } from '../../platform/testing/temporary-folder.ts';
import { loadPersistedOperations } from './persisted-operations.ts';

async function load(content: string) {
  await using folder = await temporaryFolder({ 'operations.json': content });
  return loadPersistedOperations(join(folder.path, 'operations.json'));
}

test('a hash stands for its text, which everybody may run', async () => {
  const operations = await load('{ "abc": "query A { a }" }');

  expect([operations.find('abc'), operations.find('xyz')]).toEqual(['query A { a }', undefined]);
  expect([operations.has('query A { a }'), operations.has('{ a }')]).toEqual([true, false]);
  expect(operations.isForPartner('k1', 'query A { a }')).toBe(true);
  expect(operations.isForPartner('k1', '{ a }')).toBe(false);
});

test('without a file there are none, and a file of something else is refused', async () => {
  expect([...loadPersistedOperations('/does/not/exist.json').texts()]).toEqual([]);
  await expect(load('{ "abc": 1 }')).rejects.toThrow('expected string');
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPersistedOperations } from './persisted-operations.ts';

function fileWith(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'plaza-persisted-')), 'operations.json');
  writeFileSync(file, content);
  return file;
}

test('a hash stands for its text, which everybody may run', () => {
  const operations = loadPersistedOperations(fileWith('{ "abc": "query A { a }" }'));

  expect([operations.find('abc'), operations.find('xyz')]).toEqual(['query A { a }', undefined]);
  expect([operations.has('query A { a }'), operations.has('{ a }')]).toEqual([true, false]);
  expect(operations.isForPartner('k1', 'query A { a }')).toBe(true);
  expect(operations.isForPartner('k1', '{ a }')).toBe(false);
});

test('without a file there are none, and a file of something else is refused', () => {
  expect([...loadPersistedOperations('/does/not/exist.json').texts()]).toEqual([]);
  expect(() => loadPersistedOperations(fileWith('{ "abc": 1 }'))).toThrow('expected string');
});

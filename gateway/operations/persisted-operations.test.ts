import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  loadPersistedOperations,
  requireRegistered,
  resolvePersisted,
} from './persisted-operations.ts';

function registered() {
  const file = join(mkdtempSync(join(tmpdir(), 'plaza-persisted-')), 'operations.json');
  writeFileSync(file, JSON.stringify({ abc: 'query A { a }' }));
  return loadPersistedOperations(file);
}

const named = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

test('a registered hash stands for its text', () => {
  const operation = { query: '', extensions: { ...named('abc'), other: 1 } };

  expect(resolvePersisted(operation, registered())).toEqual({
    query: 'query A { a }',
    extensions: { other: 1 },
  });
});

test('an unknown hash, and a text of its own, stay as they are', () => {
  const unknown = { query: null, extensions: named('xyz') };
  const own = { query: '{ b }', extensions: named('abc') };

  expect(resolvePersisted(unknown, registered())).toBe(unknown);
  expect(resolvePersisted(own, registered())).toBe(own);
});

test('a partner runs registered operations and nothing else', () => {
  expect(() => requireRegistered('query A { a }', registered())).not.toThrow();
  expect(() => requireRegistered('{ a }', registered())).toThrow('registered operations only');
});

test('without a file there are none', () => {
  expect(loadPersistedOperations('/does/not/exist.json').has('x')).toBe(false);
});

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#platform/telemetry/log.ts';
import { openMembersFile, type Life } from './members-file.ts';

/** Processes that are gone: their numbers are more than a system has. */
const first: Life = { host: 'here', pid: 2 ** 30, token: 'first' };
const second: Life = { host: 'here', pid: 2 ** 30 + 1, token: 'second' };
const third: Life = { host: 'here', pid: 2 ** 30 + 2, token: 'third' };

let dir: string;
const openAs = (life: Life) =>
  openMembersFile({ path: join(dir, 'members.json'), log: silentLog, life });

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'plaza-members-'))));
afterEach(() => rmSync(dir, { recursive: true }));

test('the process after one that was killed takes its names, each once', () => {
  const killed = openAs(first);
  killed.keep('orders.saga', 'a');
  killed.keep('orders.payments', 'b');
  killed.keep('orders.saga', 'c');

  const heir = openAs(second);
  expect(heir.take('orders.saga')).toBe('c');
  expect(heir.take('orders.saga')).toBeUndefined();
  expect(heir.take('orders.payments')).toBe('b');
  expect(heir.take('chat.pushes')).toBeUndefined();
});

test('a process that is killed while it starts leaves the names that it had not taken yet', () => {
  const killed = openAs(first);
  killed.keep('orders.saga', 'a');
  killed.keep('orders.payments', 'b');
  killed.keep('orders.live', 'c');
  const starting = openAs(second);
  starting.take('orders.saga');
  starting.take('orders.live');
  starting.keep('orders.saga', 'd');

  const heir = openAs(third);
  expect(['orders.saga', 'orders.payments', 'orders.live'].map(heir.take)).toEqual(['d', 'b', 'c']);
});

test('the first process of a container is the one after the first before it', () => {
  openAs(first).keep('orders.saga', 'a');

  expect(openAs({ ...first, token: 'again' }).take('orders.saga')).toBe('a');
});

test.each([
  ['a process that still runs', { ...first, pid: process.ppid }, second],
  ['a process of another machine', first, { ...second, host: 'there' }],
  ['the first process of another container', first, { ...first, host: 'there', token: 'other' }],
  ['the same process', first, first],
])('%s keeps its names', (_who, owner, other) => {
  openAs(owner).keep('orders.saga', 'a');

  expect(openAs(other).take('orders.saga')).toBeUndefined();
});

test('who has left a group leaves no name, unless another consumer has one', () => {
  const killed = openAs(first);
  killed.keep('orders.saga', 'a');
  killed.keep('orders.payments', 'b');
  killed.keep('orders.live', 'c');
  killed.forget('orders.saga', 'a');
  killed.forget('orders.live', 'of another consumer');

  const heir = openAs(second);
  expect(heir.take('orders.saga')).toBeUndefined();
  expect(heir.take('orders.live')).toBe('c');
  expect(readdirSync(dir)).toEqual(['members.json']);
});

test('a process that ends beside the one after it leaves the file as that one has written it', () => {
  const ending = openAs(first);
  ending.keep('orders.saga', 'a');
  openAs(second).keep('orders.saga', 'b');
  ending.forget('orders.saga', 'a');

  expect(openAs(third).take('orders.saga')).toBe('b');
});

test.each([
  '',
  '{',
  '[]',
  '{"host":"here","pid":1073741824,"token":"x","members":{"a":1}}',
  '{"host":"here","pid":"1073741824","token":"x","members":{"a":"b"}}',
  '{"pid":1073741824,"members":{"a":"b"}}',
])('a file that holds %j is as good as none', (content) => {
  writeFileSync(join(dir, 'members.json'), content);

  expect(openAs(second).take('a')).toBeUndefined();
});

test('a file that cannot be written is said, tried again with the next name, and nothing else happens', () => {
  const warnings: unknown[] = [];
  const path = join(dir, 'no such folder', 'members.json');
  const log = { ...silentLog, warn: (...said: unknown[]) => void warnings.push(said) };

  const file = openMembersFile({ path, log, life: first });
  file.keep('orders.saga', 'a');
  file.keep('orders.saga', 'a');

  expect(warnings).toHaveLength(2);
  expect(existsSync(path)).toBe(false);
});

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#platform/telemetry/log.ts';
import { openMembersFile } from './members-file.ts';

/** Of processes that are gone: more than a system has. */
const [FIRST, SECOND] = [2 ** 30, 2 ** 30 + 1];

let dir: string;
const openAs = (pid: number) =>
  openMembersFile({ path: join(dir, 'members.json'), log: silentLog, pid });

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'plaza-members-'))));
afterEach(() => rmSync(dir, { recursive: true }));

test('the process after one that was killed takes its names, each once', () => {
  const first = openAs(FIRST);
  first.keep('orders.saga', 'a');
  first.keep('orders.payments', 'b');
  first.keep('orders.saga', 'c');

  const second = openAs(SECOND);
  expect(second.take('orders.saga')).toBe('c');
  expect(second.take('orders.saga')).toBeUndefined();
  expect(second.take('orders.payments')).toBe('b');
  expect(second.take('chat.pushes')).toBeUndefined();
});

test('a process that is started under the same number is the one after, too', () => {
  openAs(FIRST).keep('orders.saga', 'a');

  expect(openAs(FIRST).take('orders.saga')).toBe('a');
});

test('a process that still runs keeps its names', () => {
  openAs(process.ppid).keep('orders.saga', 'a');

  expect(openAs(FIRST).take('orders.saga')).toBeUndefined();
});

test('who has left a group leaves no name, and a name that was taken is written when it is kept', () => {
  const first = openAs(FIRST);
  first.keep('orders.saga', 'a');
  first.keep('orders.payments', 'b');
  first.forget('orders.saga');

  const second = openAs(SECOND);
  expect(second.take('orders.saga')).toBeUndefined();
  second.keep('orders.payments', 'b');

  expect(openAs(FIRST).take('orders.payments')).toBe('b');
  expect(readdirSync(dir)).toEqual(['members.json']);
});

test.each(['', '{', '[]', '{"pid":"1","members":{}}', '{"pid":1073741824,"members":{"a":1}}'])(
  'a file that holds %j is as good as none',
  (content) => {
    writeFileSync(join(dir, 'members.json'), content);

    expect(openAs(FIRST).take('a')).toBeUndefined();
  },
);

test('a file that cannot be written is said, and nothing else happens', () => {
  const warnings: unknown[] = [];
  const path = join(dir, 'no such folder', 'members.json');
  const log = { ...silentLog, warn: (...said: unknown[]) => void warnings.push(said) };

  openMembersFile({ path, log, pid: FIRST }).keep('orders.saga', 'a');

  expect(warnings).toHaveLength(1);
  expect(existsSync(path)).toBe(false);
});

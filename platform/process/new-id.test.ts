import { jest } from '@jest/globals';
import { validate, version } from 'uuid';
import { newId } from './new-id.ts';

/** More than are drawn from one block of random bytes. */
const MANY = 10_000;

afterEach(() => void jest.useRealTimers());

test('ids are UUIDs of version 7 and tell when they were made', () => {
  jest.useFakeTimers({ now: new Date('2040-02-03T04:05:06.789Z') });
  const id = newId();
  expect(validate(id)).toBe(true);
  expect(version(id)).toBe(7);
  const msecs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  expect(new Date(msecs).toISOString()).toBe('2040-02-03T04:05:06.789Z');
});

test('ids are different and sort as they were made, also when the clock stands still or goes back', () => {
  jest.useFakeTimers({ now: new Date('2041-01-01T00:00:00Z') });
  const ids = Array.from({ length: MANY }, newId);
  jest.setSystemTime(new Date('2040-12-31T23:59:59Z'));
  ids.push(newId());
  expect(new Set(ids).size).toBe(MANY + 1);
  expect(ids).toEqual(ids.toSorted());
});

test('ids of one moment share no random part', () => {
  jest.useFakeTimers({ now: new Date('2042-01-01T00:00:00Z') });
  const ends = Array.from({ length: MANY }, () => newId().slice(-10));
  expect(new Set(ends).size).toBe(MANY);
});

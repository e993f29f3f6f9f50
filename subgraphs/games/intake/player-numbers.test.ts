import { v7 as newId } from 'uuid';
import { REGIONS } from '../domain/player.ts';
import { createPlayerNumbers, type NumberedPlayer } from './player-numbers.ts';

const player = (number: number): NumberedPlayer => ({
  number,
  region: REGIONS[number % REGIONS.length] ?? 'ASIA',
});

test('finds what it keeps, whatever the case of the id', () => {
  const numbers = createPlayerNumbers(1_000);
  const ids = Array.from({ length: 1_000 }, () => newId());
  for (const [index, id] of ids.entries()) numbers.keep(id, player(index + 1));

  const found = ids.map((id) => numbers.find(id));
  const right = found.filter((each, index) => each?.number === index + 1);
  expect(right.length).toBeGreaterThan(900);
  for (const each of right) expect(each).toEqual(player(each?.number ?? 0));
  const known = ids.find((id) => numbers.find(id) !== undefined) ?? '';
  expect(numbers.find(known.toUpperCase())).toEqual(numbers.find(known));
});

test('knows nobody else: not of nearly the same id, and not of what is no id', () => {
  const numbers = createPlayerNumbers(1_000);
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  numbers.keep(id, player(7));
  expect(numbers.find(id)).toEqual(player(7));
  for (let index = 0; index < id.length; index += 1) {
    if (id[index] === '-') continue;
    const other = id.slice(0, index) + (id[index] === '0' ? '1' : '0') + id.slice(index + 1);
    expect(numbers.find(other)).toBeUndefined();
  }
  const nothings = ['', 'x', id.slice(1), `${id}0`, id.replace('8', 'ä'), id.replace('8', 'g')];
  for (const nothing of nothings) {
    numbers.keep(nothing, player(8));
    expect(numbers.find(nothing)).toBeUndefined();
  }
  expect(numbers.find('00000000-0000-0000-0000-000000000000')).toBeUndefined();
});

test('of as many as it is made for nearly all find room', () => {
  const maxPlayers = 2 ** 16;
  const numbers = createPlayerNumbers(maxPlayers);
  const ids = Array.from({ length: maxPlayers }, () => newId());
  for (const [index, id] of ids.entries()) numbers.keep(id, player(index + 1));
  const lost = ids.filter((id) => numbers.find(id) === undefined);
  expect(lost.length / maxPlayers).toBeLessThan(0.003);
});

test('the oldest of a set goes, and memory does not grow', () => {
  const numbers = createPlayerNumbers(2);
  const ids = Array.from({ length: 100 }, (_, index) =>
    newId().replace(/........$/, `${index.toString(16).padStart(2, '0')}000000`),
  );
  for (const [index, id] of ids.entries()) numbers.keep(id, player(index + 1));
  const kept = ids.map((id) => numbers.find(id)?.number).filter((each) => each !== undefined);
  expect(kept).toEqual(Array.from({ length: 16 }, (_, index) => 85 + index));
});

test('a number of more than four bytes is not kept', () => {
  const numbers = createPlayerNumbers(10);
  const id = newId();
  numbers.keep(id, player(2 ** 32));
  expect(numbers.find(id)).toBeUndefined();
});

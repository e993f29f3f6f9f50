import { v4, v7 as newId } from 'uuid';
import { REGIONS, type KnownPlayer } from '../domain/player.ts';
import { createPlayerTable } from './player-table.ts';

const player = (number: number, changes: Partial<KnownPlayer> = {}): KnownPlayer => ({
  id: newId(),
  number,
  userId: number % 2 === 0 ? newId() : null,
  username: `player-${number}`,
  region: REGIONS[number % REGIONS.length] ?? 'ASIA',
  ...changes,
});
const some = (count: number) => Array.from({ length: count }, (_, index) => player(index + 1));

test('finds whom it keeps, by id and by number, as a whole', () => {
  const table = createPlayerTable(1_000);
  const players = some(1_000);
  for (const each of players) table.keep(each);

  expect(players.map(({ number }) => table.findByNumber(number))).toEqual(players);
  const found = players.filter(({ id }) => table.find(id) !== undefined);
  expect(found.length).toBeGreaterThan(900);
  expect(found.map(({ id }) => table.find(id))).toEqual(found);
  expect(found.map(({ id }) => table.findNumber(id))).toEqual(
    found.map(({ number, region }) => ({ number, region })),
  );
});

test('knows nobody else: not of nearly the same id, not of another number, and not of what is no id', () => {
  const table = createPlayerTable(1_000);
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const ada = player(7, { id });
  table.keep(ada);
  expect(table.find(id)).toEqual(ada);
  for (let index = 0; index < id.length; index += 1) {
    if (id[index] === '-') continue;
    const other = id.slice(0, index) + (id[index] === '0' ? '1' : '0') + id.slice(index + 1);
    expect(table.find(other)).toBeUndefined();
    expect(table.findNumber(other)).toBeUndefined();
  }
  const broken = [id.slice(1), `${id}0`, id.replace('8', 'ä'), id.replace('8', 'g')];
  const nothings = ['', 'x', ...broken, id.toUpperCase(), id.replaceAll('-', '')];
  for (const nothing of nothings) {
    table.keep(player(8, { id: nothing }));
    expect(table.find(nothing)).toBeUndefined();
  }
  for (const number of [0, -7, 8, 1_007, 7.5, Number.NaN]) {
    expect(table.findByNumber(number)).toBeUndefined();
  }
  expect(table.find('00000000-0000-0000-0000-000000000000')).toBeUndefined();
});

test('names keep their letters; of one that is too long nothing is kept', () => {
  const table = createPlayerTable(10);
  const longest = player(1, { username: 'Ж'.repeat(20) });
  const short = player(2, { username: '吾輩は猫である' });
  const tooLong = player(3, { username: '猫'.repeat(20) });
  for (const each of [longest, short, tooLong]) table.keep(each);
  expect(table.findByNumber(1)).toEqual(longest);
  expect(table.find(short.id)).toEqual(short);
  expect(table.findByNumber(3)).toBeUndefined();
  expect(table.find(tooLong.id)).toBeUndefined();
});

test('who takes the place of another is found, and the other no longer', () => {
  const table = createPlayerTable(10);
  const [old, young] = [player(4), player(14)];
  table.keep(old);
  table.keep(young);
  expect(table.find(old.id)).toBeUndefined();
  expect(table.findNumber(old.id)).toBeUndefined();
  expect(table.findByNumber(4)).toBeUndefined();
  expect(table.find(young.id)).toEqual(young);
  expect(table.findByNumber(14)).toEqual(young);
  // And the other way round, as often as they are asked for.
  table.keep(old);
  expect(table.find(old.id)).toEqual(old);
  expect(table.find(young.id)).toBeUndefined();
});

test.each([
  ['made by time', () => newId()],
  ['of chance alone', () => v4()],
])('of as many as it is made for nearly all find room, with ids %s', (_how, makeId) => {
  const maxPlayers = 2 ** 16;
  const table = createPlayerTable(maxPlayers);
  const players = Array.from({ length: maxPlayers }, (_, index) =>
    player(index + 1, { id: makeId() }),
  );
  for (const each of players) table.keep(each);
  const lost = players.filter(({ id }) => table.findNumber(id) === undefined);
  expect(lost.length / maxPlayers).toBeLessThan(0.003);
});

test('the oldest of a set goes, who is kept again takes no second place in it', () => {
  const table = createPlayerTable(100);
  // The set is chosen by the last four bytes.
  const players = Array.from({ length: 100 }, (_, index) =>
    player(index + 1, { id: newId().replace(/........$/, '00000000') }),
  );
  for (const each of players) {
    table.keep(each);
    table.keep(each);
  }
  const kept = players.filter(({ id }) => table.findNumber(id) !== undefined);
  expect(kept).toEqual(players.slice(-16));
});

test('a number of more than four bytes is not kept', () => {
  const table = createPlayerTable(10);
  const ada = player(2 ** 32);
  table.keep(ada);
  expect(table.find(ada.id)).toBeUndefined();
  expect(table.findByNumber(ada.number)).toBeUndefined();
});

import { v4, v7 as newId } from 'uuid';
import { createRandom } from '#platform/testing/random.ts';
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

test('names keep their letters; of whose name is too long number and region are known', () => {
  const table = createPlayerTable(10);
  const players = [
    'Ж'.repeat(20),
    '吾輩は猫である',
    `${'猫'.repeat(13)}_x`,
    'Ada',
    'Ж'.repeat(18),
  ].map((username, index) => player(index + 1, { username }));
  const tooLong = [`${'猫'.repeat(13)}_xy`, '猫'.repeat(20)].map((username, index) =>
    player(index + 6, { username }),
  );
  for (const each of [...players, ...tooLong]) table.keep(each);
  expect(players.map(({ id }) => table.find(id))).toEqual(players);
  expect(players.map(({ number }) => table.findByNumber(number))).toEqual(players);
  for (const { id, number, region } of tooLong) {
    expect(table.find(id)).toBeUndefined();
    expect(table.findByNumber(number)).toBeUndefined();
    expect(table.findNumber(id)).toEqual({ number, region });
  }
});

test('a region that nobody knows is not kept', () => {
  const table = createPlayerTable(10);
  const ada = player(1, { region: 'ATLANTIS' as never });
  table.keep(ada);
  expect(table.findNumber(ada.id)).toBeUndefined();
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

test('two of one place, whose ids end alike, keep their own numbers', () => {
  const table = createPlayerTable(10);
  const [one, other] = [
    player(4, { id: '01890a5d-ac96-774b-bcce-b302099a8057' }),
    player(14, { id: '01890a5d-ac97-774b-bcce-b302099a8057' }),
  ];
  for (const each of [one, other, one]) table.keep(each);
  expect(table.findNumber(one.id)?.number).toBe(4);
  expect(table.findNumber(other.id)).toBeUndefined();
});

test('however many come and go, nearly all that are kept are found by id', () => {
  const table = createPlayerTable(2_000);
  const players = some(20_000);
  const random = createRandom(1);
  // Ten of them share each place, and take it from each other.
  for (let time = 0; time < 60_000; time += 1) {
    table.keep(players[Math.floor(random() * players.length)] as KnownPlayer);
  }
  const kept = players.filter(({ number }) => table.findByNumber(number) !== undefined);
  expect(kept).toHaveLength(2_000);
  const lost = kept.filter(({ id }) => table.findNumber(id) === undefined);
  expect(lost.length / kept.length).toBeLessThan(0.01);
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

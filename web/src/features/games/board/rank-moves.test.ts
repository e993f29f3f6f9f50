import { addMoves, findMoves, MARKED_MS, mergeTop } from './rank-moves.ts';

const entry = (id: string, rank: number, score = 1_000 - rank) => ({ rank, score, player: { id } });

test('who stands elsewhere has moved; who is new has not', () => {
  const known = new Map([
    ['ada', 3],
    ['ben', 1],
    ['eve', 2],
  ]);
  const moves = findMoves(
    known,
    [entry('ada', 1), entry('ben', 2), entry('eve', 2), entry('new', 4)],
    7,
  );
  expect(Object.fromEntries(moves)).toEqual({
    ada: { from: 3, to: 1, at: 7 },
    ben: { from: 1, to: 2, at: 7 },
  });
});

test('a move is marked for a while, and a newer one takes its place', () => {
  const first = addMoves(new Map(), new Map([['ada', { from: 3, to: 1, at: 0 }]]), 0);
  const second = addMoves(first, new Map([['ben', { from: 9, to: 8, at: 100 }]]), 100);
  expect(Array.from(second.keys())).toEqual(['ada', 'ben']);
  const third = addMoves(second, new Map([['ben', { from: 8, to: 9, at: MARKED_MS }]]), MARKED_MS);
  expect(Object.fromEntries(third)).toEqual({ ben: { from: 8, to: 9, at: MARKED_MS } });
});

test('a new top moves the others down, and nobody is there twice', () => {
  const page = [entry('a', 1, 90), entry('b', 2, 80), entry('c', 3, 70), entry('d', 4, 60)];
  const top = [entry('d', 1, 99), entry('a', 2, 90)];
  expect(mergeTop(page, top)).toEqual([
    entry('d', 1, 99),
    entry('a', 2, 90),
    entry('b', 3, 80),
    entry('c', 4, 70),
  ]);
});

test('a newcomer in the top pushes the last one off the page', () => {
  const page = [entry('a', 1, 90), entry('b', 2, 80)];
  expect(mergeTop(page, [entry('x', 1, 95)]).map(({ player }) => player.id)).toEqual(['x', 'a']);
});

test('a board that fits into its top grows with it', () => {
  expect(mergeTop([entry('a', 1)], [entry('a', 1), entry('b', 2)])).toHaveLength(2);
});

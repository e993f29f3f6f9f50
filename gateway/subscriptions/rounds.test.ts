import { jest } from '@jest/globals';
import { createRounds } from './rounds.ts';

const EVERY_MS = 1_000;
const STEP_MS = 100;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function roundsOf(members: number) {
  let visited: number[] = [];
  const rounds = createRounds<number>(EVERY_MS, (member) => void visited.push(member));
  const leave = Array.from({ length: members }, (_, member) => rounds.join(member));
  return {
    ...rounds,
    leave: (member: number) => leave[member]?.(),
    pass(ms: number): number[] {
      visited = [];
      jest.advanceTimersByTime(ms);
      return visited;
    },
    [Symbol.dispose]: rounds.stop,
  };
}

const inOrder = (members: number[]) => members.toSorted((one, other) => one - other);
const EVERYBODY = Array.from({ length: 25 }, (_, member) => member);

test('everybody is visited once in each round', () => {
  using rounds = roundsOf(25);
  expect(inOrder(rounds.pass(EVERY_MS))).toEqual(EVERYBODY);
  expect(inOrder(rounds.pass(EVERY_MS))).toEqual(EVERYBODY);
});

test('members are spread over the round', () => {
  using rounds = roundsOf(25);
  const counts = Array.from({ length: 10 }, () => rounds.pass(STEP_MS).length);
  expect(counts).toEqual([3, 3, 3, 3, 3, 2, 2, 2, 2, 2]);
});

test('who has left is not visited, and who joins in the middle is visited within a round', () => {
  using rounds = roundsOf(3);
  rounds.leave(1);
  expect(rounds.pass(EVERY_MS)).toEqual([0, 2]);
  rounds.pass(EVERY_MS / 2);
  rounds.join(7);
  expect(rounds.pass(EVERY_MS)).toContain(7);
});

test('after the end nobody is visited', () => {
  using rounds = roundsOf(3);
  rounds.stop();
  expect(rounds.pass(EVERY_MS)).toEqual([]);
});

import { createMessageTurns } from './message-turns.ts';

function turnsOf(messagesATurn: number) {
  const scheduled: (() => void)[] = [];
  const turns = createMessageTurns(messagesATurn, (goOn) => scheduled.push(goOn));
  const handled: string[] = [];
  /** A socket with so many messages. */
  const socket = (name: string, count: number) => {
    let left = count;
    const handleOne = () => {
      handled.push(name);
      left -= 1;
      if (left > 0) turns.wait(handleOne);
    };
    turns.wait(handleOne);
  };
  return {
    ...turns,
    handled,
    socket,
    scheduled,
    nextTurn() {
      handled.length = 0;
      for (const goOn of scheduled.splice(0)) goOn();
      return handled.join('');
    },
  };
}

test('so many are handled in a turn of all sockets together, and then as many in the next', () => {
  const turns = turnsOf(2);
  expect([turns.take(), turns.take(), turns.take()]).toEqual([true, true, false]);
  turns.nextTurn();
  expect([turns.take(), turns.take(), turns.take()]).toEqual([true, true, false]);
});

test('who waits is served one message each in the order of coming, before who comes later', () => {
  const turns = turnsOf(4);
  turns.socket('a', 5);
  turns.socket('b', 2);
  expect(turns.take()).toBe(false);
  turns.socket('c', 1);

  expect(turns.nextTurn()).toBe('abca');
  expect(turns.nextTurn()).toBe('baaa');
  expect(turns.nextTurn()).toBe('');
  expect(turns.take()).toBe(true);
});

test('where nobody sends anything no turn is begun', () => {
  const turns = turnsOf(4);
  turns.take();
  turns.nextTurn();
  expect(turns.scheduled).toEqual([]);
});

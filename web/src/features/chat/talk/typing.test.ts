import { createTyping } from './typing.ts';

function typingWithTimers() {
  const timers = new Set<() => void>();
  const typing = createTyping((run) => {
    timers.add(run);
    return () => timers.delete(run);
  });
  return { typing, timers };
}

test('somebody writes until told otherwise', () => {
  const { typing, timers } = typingWithTimers();
  typing.put('c1', true);
  expect([typing.isTyping('c1'), typing.isTyping('c2')]).toEqual([true, false]);
  typing.put('c1', false);
  expect(typing.isTyping('c1')).toBe(false);
  expect(timers.size).toBe(0);
});

test('an end that never comes is made up for; each new word puts it off', () => {
  const { typing, timers } = typingWithTimers();
  typing.put('c1', true);
  typing.put('c1', true);
  expect(timers.size).toBe(1);
  for (const end of timers) end();
  expect(typing.isTyping('c1')).toBe(false);
});

test('listeners hear of changes only', () => {
  const { typing } = typingWithTimers();
  let heard = 0;
  typing.subscribe(() => (heard += 1));
  for (const isTyping of [false, true, true, false, false]) typing.put('c1', isTyping);
  expect(heard).toBe(2);
});

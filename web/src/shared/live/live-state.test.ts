import { createLiveStore, evolveLive, IDLE, type LiveEvent } from './live-state.ts';

function after(...events: LiveEvent[]) {
  return events.reduce(evolveLive, IDLE);
}

test('the first connection is no recovery: nothing was missed', () => {
  expect(after('connecting', 'connected')).toEqual({ phase: 'live', recoveries: 0 });
});

test('a broken connection stays interrupted while it is tried again', () => {
  expect(after('connecting', 'connected', 'lost', 'connecting').phase).toBe('interrupted');
  expect(after('connecting', 'lost', 'connecting', 'lost').phase).toBe('interrupted');
});

test('each return after an interruption counts once, however many attempts it took', () => {
  expect(
    after('connecting', 'connected', 'lost', 'connecting', 'lost', 'connecting', 'connected'),
  ).toEqual({ phase: 'live', recoveries: 1 });
});

test('a connection that nobody needs any more is idle, not interrupted', () => {
  expect(after('connecting', 'connected', 'released')).toEqual({ phase: 'idle', recoveries: 0 });
  expect(after('connecting', 'connected', 'lost', 'released', 'connecting', 'connected')).toEqual({
    phase: 'live',
    recoveries: 0,
  });
});

test('listeners hear changes only, and not after they left', () => {
  const store = createLiveStore();
  const heard: string[] = [];
  const leave = store.subscribe(() => heard.push(store.current().phase));
  store.apply('connecting');
  store.apply('connecting');
  store.apply('connected');
  leave();
  store.apply('lost');
  expect(heard).toEqual(['connecting', 'live']);
});

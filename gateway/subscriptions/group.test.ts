import type { ExecutionResult } from 'graphql';
import { Group, type GroupOptions, type Member } from './group.ts';

/** More than are served in one turn. */
const CROWD = 100;

/** A group whose upstream sends what `publish` is given, and resolves when all members there have it. */
function openGroup(lateMembers: GroupOptions['lateMembers']) {
  let publish: ((event: ExecutionResult) => Promise<void>) | undefined;
  const group = new Group({
    lateMembers,
    mustArrive: false,
    lingerMs: 0,
    follow: (signal, onEvent) =>
      new Promise((resolve) => {
        publish = (event) => onEvent(event, false);
        signal.addEventListener('abort', () => resolve({ kind: 'stopped' }));
      }),
    resolve: (event) => Promise.resolve({ data: event.data ?? null }),
    mask: () => [],
    onClosed: () => undefined,
    onFull: () => undefined,
  });
  const running = group.run();
  function join(onNext: () => void = () => undefined) {
    const heard: string[] = [];
    const member: Member = {
      next(event) {
        heard.push(event.socketTail.toString());
        onNext();
      },
      fail: () => undefined,
      complete: () => undefined,
    };
    group.join(member);
    return { heard, leave: () => group.leave(member) };
  }
  return {
    join,
    publish: (value: number) => publish?.({ data: { value } }) ?? Promise.resolve(),
    [Symbol.asyncDispose]: async () => {
      group.end([]);
      await running;
    },
  };
}

const event = (value: number) => JSON.stringify({ data: { value } }) + '}';

test.each([
  { lateMembers: 'from-latest-event' as const, late: [event(1), event(2)] },
  { lateMembers: 'from-next-event' as const, late: [event(2)] },
])('who joins while members are told hears each event once: $lateMembers', async (expected) => {
  await using group = openGroup(expected.lateMembers);
  let late: ReturnType<typeof group.join> | undefined;
  const first = group.join(() => (late ??= group.join()));
  const others = Array.from({ length: CROWD }, () => group.join());

  await group.publish(1);
  await group.publish(2);

  for (const { heard } of [first, ...others]) expect(heard).toEqual([event(1), event(2)]);
  expect(late?.heard).toEqual(expected.late);
});

test('who leaves while members are told hears nothing more', async () => {
  await using group = openGroup('from-next-event');
  const leavers: { heard: string[]; leave: () => void }[] = [];
  group.join(() => {
    for (const { leave } of leavers) leave();
  });
  for (let count = 0; count < CROWD; count += 1) leavers.push(group.join());
  await group.publish(1);
  expect(leavers.flatMap(({ heard }) => heard)).toEqual([]);
});

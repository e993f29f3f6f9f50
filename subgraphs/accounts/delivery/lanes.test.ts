import type { NotificationPriority } from '../domain/notification.ts';
import { createLanes } from './lanes.ts';

/** The order in which batches are served that all wait for one slot. */
async function serve(waiting: readonly NotificationPriority[]) {
  const lanes = createLanes(1);
  const gate = Promise.withResolvers<void>();
  const served: NotificationPriority[] = [];
  const first = lanes.run('LOW', () => gate.promise);
  const others = waiting.map((priority) =>
    lanes.run(priority, () => Promise.resolve(void served.push(priority))),
  );
  gate.resolve();
  await Promise.all([first, ...others]);
  return served;
}

const times = (count: number, priority: NotificationPriority) =>
  Array.from({ length: count }, () => priority);

test('high goes before normal, and normal before low, whoever came first', async () => {
  expect(await serve(['LOW', 'NORMAL', 'HIGH'])).toEqual(['HIGH', 'NORMAL', 'LOW']);
});

test('of many that wait, each priority gets its share, and low is not forgotten', async () => {
  const served = await serve([...times(60, 'LOW'), ...times(60, 'NORMAL'), ...times(60, 'HIGH')]);

  const first = served.slice(0, 42);
  const count = (priority: NotificationPriority) =>
    first.filter((each) => each === priority).length;
  expect([count('HIGH'), count('NORMAL'), count('LOW')]).toEqual([32, 8, 2]);
});

test('work that fails gives its slot back', async () => {
  const lanes = createLanes(1);
  await expect(lanes.run('HIGH', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lanes.run('LOW', () => Promise.resolve('served'))).toBe('served');
});

test('no more than the slots at once', async () => {
  const lanes = createLanes(3);
  let [running, most] = [0, 0];
  await Promise.all(
    Array.from({ length: 30 }, () =>
      lanes.run('NORMAL', async () => {
        most = Math.max(most, (running += 1));
        await Promise.resolve();
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
});

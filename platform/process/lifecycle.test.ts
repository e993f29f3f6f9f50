import { silentLog } from '../telemetry/log.ts';
import { createLifecycle } from './lifecycle.ts';

test('stops in the opposite order, each when the one before has stopped, and goes on after a failure', async () => {
  const lifecycle = createLifecycle(silentLog);
  const stopped: string[] = [];
  const stopLater = (name: string) => async () => {
    await Promise.resolve();
    stopped.push(name);
  };
  lifecycle.onStop('database', stopLater('database'));
  lifecycle.onStop('bus', () => Promise.reject(new Error('gone already')));
  lifecycle.onStop('server', stopLater('server'));

  expect(lifecycle.isStopping()).toBe(false);
  const stopping = lifecycle.stop();
  expect(lifecycle.isStopping()).toBe(true);
  await stopping;

  expect(stopped).toEqual(['server', 'database']);
});

test('stops once, however often it is told', async () => {
  const lifecycle = createLifecycle(silentLog);
  let stops = 0;
  lifecycle.onStop('server', () => {
    stops += 1;
    return undefined;
  });

  await Promise.all([lifecycle.stop(), lifecycle.stop()]);

  expect(stops).toBe(1);
});

import type { PoolClient, QueryResult } from 'pg';
import { createTravel } from './travel.ts';

const client = { connection: { stream: { cork() {}, uncork() {} } } } as unknown as PoolClient;

const fails = (message: string) => () => Promise.reject(new Error(message));

/** As a driver hands over rows: it is heard of a turn after one whose answer is not looked at. */
const failsAfterATurn = (message: string) => async () => {
  await Promise.resolve();
  throw new Error(message);
};

test('of those that fail together the first in their order is the cause, whichever is heard of first', async () => {
  const travel = createTravel(client);
  travel.hold(() => Promise.resolve());
  travel.hold(failsAfterATurn('the disk is full'));
  travel.hold(fails('the transaction is aborted'));

  const answer = travel.go(
    fails('the transaction is aborted') as () => Promise<QueryResult>,
    false,
  );

  await expect(answer).rejects.toThrow('the disk is full');
});

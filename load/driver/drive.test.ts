import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../../platform/testing/temporary-folder.ts';
import { drive } from './drive.ts';
import type { DrivePlan, StepPlan } from './plan.ts';
import { addTally, createTally } from './tally.ts';

interface Asked {
  token: string;
  body: string;
}

type Answer = (asked: Asked, response: ServerResponse) => void;

const ORDER: StepPlan = {
  name: 'checkout',
  pieces: ['{"key":"', '"}'],
  gap: 'number',
  field: 'checkout',
  goesOnWith: ['Order'],
  placesOrder: true,
};

const tell = (response: ServerResponse, value: unknown) => response.end(JSON.stringify(value));
const order = (id: string) => ({ data: { checkout: { __typename: 'Order', id } } });

/** Drives a server that answers like that, and gives all that was seen. */
async function driven(answer: Answer, plan: Partial<DrivePlan> = {}) {
  const asked: Asked[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const each = { token: request.headers.authorization ?? '', body };
      asked.push(each);
      answer(each, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await using folder = await temporaryFolder({ tokens: 'admin\nada\nben\ncleo\n' });
  const tokensFile = join(folder.path, 'tokens');
  const total = createTally();
  try {
    await drive(
      {
        url: `http://127.0.0.1:${port}`,
        tokensFile,
        people: { after: 0, count: 2 },
        stages: [{ seconds: 0.2, rate: 50 }],
        driver: 0,
        drivers: 1,
        connections: 4,
        journeys: [[ORDER]],
        retryMs: 0,
        startsAt: Date.now(),
        ...plan,
      },
      (tally) => addTally(total, tally),
      new AbortController().signal,
    );
  } finally {
    server.close();
  }
  return { total, asked };
}

test('every journey is begun once, by the people in turns, with a key of its own', async () => {
  const { total, asked } = await driven(({ body }, response) => tell(response, order(body)));

  expect(total).toMatchObject({ begun: 10, ended: 10, requests: 10 });
  expect(Object.fromEntries(total.outcomes)).toEqual({ Order: 10 });
  expect(new Set(total.orderIds).size).toBe(10);
  expect(new Set(asked.map(({ body }) => body)).size).toBe(10);
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(['Bearer ada', 'Bearer ben']));
});

test('a server that stands still is charged with what it keeps from beginning', async () => {
  // One connection, and the first answer takes 300 ms: the other nine wait behind it.
  let isFirst = true;
  const { total } = await driven(
    (_, response) => {
      const wait = isFirst ? 300 : 0;
      isFirst = false;
      setTimeout(() => tell(response, order('1')), wait);
    },
    { connections: 1 },
  );

  // A clock that starts with each request would see one slow request of ten.
  expect(total.latency.get('checkout')?.percentile(50)).toBeGreaterThan(150_000);
});

test('a failure is counted, and asked again with the same key where that is wanted', async () => {
  const seen = new Set<string>();
  const flaky: Answer = ({ body }, response) => {
    if (seen.has(body)) tell(response, order(body));
    else tell(response, { errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    seen.add(body);
  };

  const unasked = await driven(flaky);
  expect(Object.fromEntries(unasked.total.outcomes)).toEqual({ UNAVAILABLE: 10 });
  seen.clear();
  const { total } = await driven(flaky, { retryMs: 5_000 });
  expect(Object.fromEntries(total.outcomes)).toEqual({ Order: 10 });
  expect(Object.fromEntries(total.failures)).toEqual({ UNAVAILABLE: 10 });
  expect(total.requests).toBe(20);
});

test('what the request itself is to blame for is not asked again', async () => {
  const { total } = await driven(
    (_, response) => tell(response, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }),
    { retryMs: 5_000 },
  );

  expect(total.requests).toBe(10);
  expect(Object.fromEntries(total.outcomes)).toEqual({ BAD_USER_INPUT: 10 });
});

test('a next step is asked with the id that the one before was answered with', async () => {
  const cancel: StepPlan = {
    name: 'cancel',
    pieces: ['{"cancel":"', '"}'],
    gap: 'id',
    field: 'cancelOrder',
    goesOnWith: [],
    placesOrder: false,
  };
  const { total, asked } = await driven(
    ({ body }, response) =>
      body.includes('cancel')
        ? tell(response, { data: { cancelOrder: { __typename: 'OrderNotCancellable' } } })
        : tell(response, order('order-7')),
    { journeys: [[ORDER, cancel]] },
  );

  expect(Object.fromEntries(total.outcomes)).toEqual({ OrderNotCancellable: 10 });
  expect(asked.filter(({ body }) => body === '{"cancel":"order-7"}')).toHaveLength(10);
  expect(total.orderIds).toHaveLength(10);
});

test('several drivers share the journeys', async () => {
  const { total } = await driven((_, response) => tell(response, order('1')), {
    driver: 1,
    drivers: 4,
  });

  expect(total.begun).toBe(3);
});

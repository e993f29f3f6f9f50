import { silentLog } from '#platform/telemetry/log.ts';
import { createAdmission } from './admission.ts';

interface Question {
  orderId: string;
}

/** Inventory as a function of the order; counts the operations. */
function admissionBy(isAdmitted: (orderId: string) => boolean) {
  const operations: string[][] = [];
  const request = <Data>(
    _subgraph: string,
    _query: string,
    { orders }: Readonly<Record<string, unknown>>,
  ) => {
    const questions = orders as Question[];
    operations.push(questions.map(({ orderId }) => orderId));
    const missing = [{ productId: 'mug', requested: 2, available: 1 }];
    const answers = questions.map(({ orderId }) =>
      isAdmitted(orderId)
        ? { orderId, isAdmitted: true, missing: [] }
        : { orderId, isAdmitted: false, missing },
    );
    return Promise.resolve({ _admitOrders: answers.toReversed() } as Data);
  };
  return {
    operations,
    admission: createAdmission({ graph: { request }, timeoutMs: 1_000, log: silentLog }),
  };
}

const answerNothing = <Data>() => Promise.resolve({ _admitOrders: [] } as Data);

const lines = [{ productId: 'mug', quantity: 2 }];

test('checkouts of one moment ask in one operation, and each gets its own answer', async () => {
  const { admission, operations } = admissionBy((orderId) => orderId !== 'order-2');

  const answers = await Promise.all(
    ['order-1', 'order-2', 'order-3'].map((orderId) => admission.admit(orderId, lines)),
  );

  expect(operations).toEqual([['order-1', 'order-2', 'order-3']]);
  expect(answers.map(({ state }) => state)).toEqual(['ADMITTED', 'MISSING', 'ADMITTED']);
  expect(answers[1]).toMatchObject({ missing: [{ requested: 2, available: 1 }] });
});

test('an operation holds a hundred orders at most', async () => {
  const { admission, operations } = admissionBy(() => true);

  await Promise.all(
    Array.from({ length: 150 }, (_, index) => admission.admit(`order-${index}`, lines)),
  );

  expect(operations.map(({ length }) => length)).toEqual([100, 50]);
});

test('an inventory that knows nothing of the order has not decided', async () => {
  const graph = { request: answerNothing };
  const admission = createAdmission({ graph, timeoutMs: 1_000, log: silentLog });

  expect(await admission.admit('order-1', lines)).toEqual({ state: 'UNKNOWN' });
});

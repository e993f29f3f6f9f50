import { createQueueTeller } from './queue-teller.ts';

function teller() {
  const told: string[] = [];
  let at = 0;
  const tell = createQueueTeller(
    () => new Date(at),
    async (saleId) => void told.push(saleId),
  );
  return { told, tell, wait: (ms: number) => void (at += ms) };
}

test('the first who waits is told of at once, those of the same moment together', () => {
  const { told, tell, wait } = teller();

  tell('sale');
  tell('sale');
  wait(499);
  tell('sale');
  expect(told).toEqual(['sale']);

  wait(1);
  tell('sale');
  expect(told).toEqual(['sale', 'sale']);
});

test('sales do not wait for each other', () => {
  const { told, tell } = teller();

  tell('one');
  tell('another');

  expect(told).toEqual(['one', 'another']);
});

test('what is remembered is bounded', () => {
  const { told, tell } = teller();

  for (let sale = 0; sale < 1_000; sale++) tell(`sale ${sale}`);
  tell('sale 0');
  expect(told).toHaveLength(1_000);
  tell('one more');
  tell('sale 0');

  expect(told.slice(1_000)).toEqual(['one more', 'sale 0']);
});

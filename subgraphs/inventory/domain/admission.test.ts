import { answerRequests, queueByProduct, unitsToGiveBack } from './admission.ts';

const requests = [
  {
    orderId: 'o1',
    lines: [
      { productId: 'mug', quantity: 1 },
      { productId: 'cap', quantity: 2 },
    ],
  },
  {
    orderId: 'o2',
    lines: [
      { productId: 'mug', quantity: 1 },
      { productId: 'mug', quantity: 2 },
    ],
  },
];
const capsAreShort = (productId: string) => (productId === 'cap' ? 1 : undefined);

test('queues the orders of each product as they asked, with repeated lines added up', () => {
  expect(queueByProduct(requests)).toEqual([
    {
      productId: 'mug',
      wanted: [
        { orderId: 'o1', quantity: 1 },
        { orderId: 'o2', quantity: 3 },
      ],
    },
    { productId: 'cap', wanted: [{ orderId: 'o1', quantity: 2 }] },
  ]);
});

test('admits an order when nothing is short, and names what is', () => {
  expect(answerRequests(requests, capsAreShort)).toEqual([
    {
      orderId: 'o1',
      isAdmitted: false,
      missing: [{ productId: 'cap', requested: 2, available: 1 }],
    },
    { orderId: 'o2', isAdmitted: true, missing: [] },
  ]);
});

test('gives back what a refused order got of other products', () => {
  const answers = answerRequests(requests, capsAreShort);

  expect(Array.from(unitsToGiveBack(requests, answers))).toEqual([['mug', ['o1']]]);
});

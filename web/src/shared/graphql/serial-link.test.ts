import { ApolloLink, gql, type ApolloClient } from '@apollo/client';
import { Subject } from 'rxjs';
import { createSerialLink, LANE_CAPACITY } from './serial-link.ts';

const SET = gql`
  mutation Set($quantity: Int!) {
    set(quantity: $quantity)
  }
`;

/** A server whose answers the test gives by hand, and clicks that ask it. */
function openShop() {
  const arrived: unknown[] = [];
  const answers: Subject<ApolloLink.Result>[] = [];
  const server = new ApolloLink((operation) => {
    arrived.push(operation.variables['quantity']);
    const answer = new Subject<ApolloLink.Result>();
    answers.push(answer);
    return answer;
  });
  const link = createSerialLink().concat(server);
  const failures: unknown[] = [];
  const click = (quantity: number, context: object = { lane: 'cart' }) =>
    ApolloLink.execute(
      link,
      { query: SET, variables: { quantity }, context },
      { client: {} as ApolloClient },
    ).subscribe({ error: (error: unknown) => failures.push(error) });
  return { arrived, answers, failures, click };
}

test('one change after the other reaches the server, in the order they were made', () => {
  const { arrived, answers, click } = openShop();
  for (const quantity of [2, 3, 4]) click(quantity);
  expect(arrived).toEqual([2]);
  answers[0]?.complete();
  expect(arrived).toEqual([2, 3]);
  answers[1]?.error(new Error('Failed to fetch'));
  expect(arrived).toEqual([2, 3, 4]);
});

test('what travels in no lane does not wait', () => {
  const { arrived, click } = openShop();
  click(2);
  click(3, {});
  expect(arrived).toEqual([2, 3]);
});

test('a change that was given up before its turn is never sent', () => {
  const { arrived, answers, click } = openShop();
  click(2);
  click(3).unsubscribe();
  click(4);
  answers[0]?.complete();
  expect(arrived).toEqual([2, 4]);
});

test('a full lane refuses with a reason, and works again once it has emptied', () => {
  const { arrived, answers, failures, click } = openShop();
  for (let quantity = 0; quantity <= LANE_CAPACITY + 1; quantity += 1) click(quantity);
  expect(failures).toHaveLength(1);
  expect(String(failures[0])).toContain('slow to answer');
  for (let turn = 0; turn <= LANE_CAPACITY; turn += 1) answers[turn]?.complete();
  click(50);
  expect(arrived.at(-1)).toBe(50);
});

import { takePlan } from './plan-view.ts';

const plan = { ms: 3, fetches: 1, sent: 1 };
const cost = { estimated: 10, actual: 4 };

test('the plan leaves the answer, the rest of it stays', () => {
  const { answer, shown } = takePlan({ data: { a: 1 }, extensions: { plan, cost } });
  expect(answer).toEqual({ data: { a: 1 }, extensions: { cost } });
  expect(shown).toEqual({ kind: 'plan', plan, cost });
});

test('an answer without a plan stays as it is', () => {
  for (const answer of [{ data: null }, { data: null, extensions: { cost } }, null]) {
    expect(takePlan(answer)).toEqual({ answer, shown: { kind: 'refused' } });
  }
});

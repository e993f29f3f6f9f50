/** What the simulated provider does with a card. */
export type CardBehaviour = 'charges' | 'declines' | 'lacks-funds' | 'never-answers' | 'fails-once';

export interface TestCard {
  token: string;
  label: string;
  behaviour: CardBehaviour;
  /** For people. */
  outcome: string;
}

export const TEST_CARDS: readonly TestCard[] = [
  {
    token: 'tok_visa',
    label: 'Visa •••• 4242',
    behaviour: 'charges',
    outcome: 'The payment succeeds.',
  },
  {
    token: 'tok_mastercard',
    label: 'Mastercard •••• 4444',
    behaviour: 'charges',
    outcome: 'The payment succeeds.',
  },
  {
    token: 'tok_declined',
    label: 'Visa •••• 0002',
    behaviour: 'declines',
    outcome: 'The card is declined; the order is cancelled and the stock goes back.',
  },
  {
    token: 'tok_insufficient_funds',
    label: 'Visa •••• 9995',
    behaviour: 'lacks-funds',
    outcome: 'The card lacks funds; the order is cancelled and the stock goes back.',
  },
  {
    token: 'tok_timeout',
    label: 'Visa •••• 0259',
    behaviour: 'never-answers',
    outcome: 'The provider never answers; after some attempts the order is cancelled.',
  },
  {
    token: 'tok_flaky',
    label: 'Mastercard •••• 0119',
    behaviour: 'fails-once',
    outcome: 'The provider fails at the first attempt; the payment succeeds at the second.',
  },
];

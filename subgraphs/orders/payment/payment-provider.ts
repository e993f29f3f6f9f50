import type { PaymentFailure } from '#schema/events/payment-events.ts';

/** Who moves the money. One call an idempotency key has an effect; the same call again has the same answer. */
export interface PaymentProvider {
  /** The card behind a token, such as Visa •••• 4242; undefined when the provider does not know it. */
  findCard: (token: string) => Promise<string | undefined>;
  charge: (request: ChargeRequest, signal: AbortSignal) => Promise<ChargeOutcome>;
  /** Gives back what was charged under the key, and closes it: a charge that comes later is refused. */
  refund: (idempotencyKey: string, signal: AbortSignal) => Promise<{ wasCharged: boolean }>;
}

export interface ChargeRequest {
  idempotencyKey: string;
  amountCents: number;
  currency: string;
  token: string;
}

export type ChargeOutcome =
  | { status: 'CHARGED' }
  | { status: 'DECLINED'; failure: PaymentFailure }
  /** The key was closed by a refund before anything was charged. */
  | { status: 'CLOSED' };

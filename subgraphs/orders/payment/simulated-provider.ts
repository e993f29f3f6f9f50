import { setTimeout as delay } from 'node:timers/promises';
import { groupCalls } from '#platform/database/group-calls.ts';
import {
  closeCharge,
  countFault,
  recordCharges,
  type LedgerCharge,
  type LedgerOutcome,
} from '../data/provider-ledger.ts';
import type { Db } from '../data/tables.ts';
import type { ChargeOutcome, PaymentProvider } from './payment-provider.ts';
import { TEST_CARDS, type CardBehaviour } from './test-cards.ts';

export interface SimulationOptions {
  db: Db;
  latencyMs: number;
  /** Share of calls that fail for a technical reason. */
  failureRate: number;
  random: () => number;
  now: () => Date;
}

/** Charges in one statement, and those that wait for it. */
const LIMITS = { maxItems: 500, maxWaiting: 10_000 };

const LEDGER_OUTCOMES: Record<CardBehaviour, LedgerCharge['outcome']> = {
  charges: 'CHARGED',
  'fails-once': 'CHARGED',
  'never-answers': 'CHARGED',
  declines: 'CARD_DECLINED',
  'lacks-funds': 'INSUFFICIENT_FUNDS',
};

/** A provider that keeps a ledger of its own, as a real one does, so that keys outlive our processes. */
export function createSimulatedProvider(options: SimulationOptions): PaymentProvider {
  const { db, latencyMs, failureRate, random, now } = options;
  const record = groupCalls<LedgerCharge, LedgerOutcome>(LIMITS, (charges) =>
    recordCharges(db, charges, now()),
  );

  async function answerLater(signal: AbortSignal): Promise<void> {
    await delay(latencyMs, undefined, { signal });
    if (random() < failureRate) throw new Error('the payment provider failed');
  }

  return {
    findCard: (token) => Promise.resolve(findTestCard(token)?.label),

    async charge({ idempotencyKey, amountCents, token }, signal) {
      const card = findTestCard(token);
      if (card === undefined) return { status: 'DECLINED', failure: 'CARD_DECLINED' };
      if (card.behaviour === 'never-answers') await aborted(signal);
      await answerLater(signal);
      if (card.behaviour === 'fails-once' && (await countFault(db, idempotencyKey)) === 1) {
        throw new Error('the payment provider failed');
      }
      const outcome = LEDGER_OUTCOMES[card.behaviour];
      const charge = { idempotencyKey, amountCents, token, outcome };
      return toChargeOutcome(await record(charge));
    },

    async refund(idempotencyKey, signal) {
      await answerLater(signal);
      const outcome = await closeCharge(db, idempotencyKey, now());
      return { wasCharged: outcome === 'CHARGED' };
    },
  };
}

const findTestCard = (token: string) => TEST_CARDS.find((card) => card.token === token);

function toChargeOutcome(outcome: LedgerOutcome): ChargeOutcome {
  if (outcome === 'CHARGED' || outcome === 'CLOSED') return { status: outcome };
  return { status: 'DECLINED', failure: outcome };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () =>
      reject(new Error('the caller has stopped waiting', { cause: signal.reason }));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

import { createBackoff, type BackoffOptions } from '#platform/bus/backoff.ts';
import { isStoreUnavailable } from '#platform/messaging/store-unavailable.ts';
import { SlotMap } from '#platform/process/slot-map.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { PaymentCause } from './payment-desk.ts';

/** The charges that this process has begun and not ended. */
export interface Charging {
  /**
   * Takes on the charge of an order, and resolves when it has a place: at once, unless very many
   * are under way. Of an order that is being charged nothing more is begun.
   */
  begin: (cause: PaymentCause) => Promise<void>;
  /** The same for who cannot wait: without a place nothing is begun, and the sweeper finds the order. */
  beginIfFree: (cause: PaymentCause) => void;
  /** Charges that are under way. */
  underWay: () => number;
  /** Takes on none, tries none again, and resolves when those that are being tried are over. */
  stop: () => Promise<void>;
}

export interface ChargingOptions {
  /** One try. What it did before it threw bears repetition. */
  charge: (cause: PaymentCause) => Promise<void>;
  log: Log;
  /** Charges at once; the next ones wait for their place. */
  maxUnderWay?: number;
  /** Tries of one charge before it is left to the sweeper; those that met a store or a provider that is away do not count. */
  maxAttempts?: number;
  backoff?: BackoffOptions;
}

const defaults = { maxUnderWay: 2_000, maxAttempts: 8, backoff: { firstMs: 100, maxMs: 3_000 } };

/**
 * Charges beside the consumer that moves orders, so that no event waits for the payment provider, and no charge for
 * another one.
 *
 * What is under way is in memory alone. Nothing is lost with it: the order stays AWAITING_PAYMENT with an open payment,
 * so the sweeper announces it again, and the provider, who is asked under the same key, charges once.
 */
export function createCharging(options: ChargingOptions): Charging {
  const { charge, log, maxUnderWay, maxAttempts, backoff } = { ...defaults, ...options };
  const underWay = new SlotMap<string, Promise<void>>();
  const stopping = new AbortController();
  /** Those who wait for a place; bounded by the batches of the consumers that begin charges. */
  const waiting: (() => void)[] = [];

  async function tryUntilDone(cause: PaymentCause): Promise<void> {
    const pause = createBackoff(backoff);
    for (let failures = 0; !stopping.signal.aborted; await pause.wait(stopping.signal)) {
      try {
        return await charge(cause);
      } catch (error) {
        if (isStoreUnavailable(error)) continue;
        failures += 1;
        if (failures < maxAttempts) continue;
        log.error({ orderId: cause.key, failures, err: error }, 'a charge is left to the sweeper');
        return;
      }
    }
  }

  function start(cause: PaymentCause): void {
    const { key } = cause;
    if (underWay.has(key) || stopping.signal.aborted) return waiting.shift()?.();
    const charged = tryUntilDone(cause).finally(() => {
      underWay.delete(key);
      waiting.shift()?.();
    });
    underWay.set(key, charged);
  }

  return {
    async begin(cause) {
      const { key } = cause;
      while (underWay.size >= maxUnderWay && !underWay.has(key) && !stopping.signal.aborted) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      start(cause);
    },
    beginIfFree(cause) {
      if (underWay.size < maxUnderWay) start(cause);
    },
    underWay: () => underWay.size,
    async stop() {
      stopping.abort();
      for (const giveUp of waiting.splice(0)) giveUp();
      await Promise.all(underWay.values());
    },
  };
}

import { deliverToMailbox } from '../data/mailbox.ts';
import type { Provider } from './provider.ts';

/** For machines without a provider: messages go to a table, where administrators look at them. Exactly once. */
export function createLocalProvider({ from, now }: { from: string; now: () => Date }): Provider {
  return {
    async send(tx, messages) {
      await deliverToMailbox(tx, from, messages, now());
      return messages.map(() => ({ outcome: 'SENT' }));
    },
    perSecond: undefined,
    close: () => undefined,
  };
}

import type { Tx } from '../data/tables.ts';
import type { NotificationChannel } from '../domain/notification.ts';

/** A notification on its way to its user. */
export interface Message {
  /** The same at every attempt: what tells a provider, or whoever gets it, that it is a repeat. */
  notificationId: string;
  userId: string;
  channel: NotificationChannel;
  /** E-mail address, phone number (E.164), or the tokens of the user's devices. */
  to: readonly string[];
  subject: string;
  /** Plain text. */
  body: string;
  orderId: string | null;
}

export type Outcome =
  | { outcome: 'SENT'; deadTokens?: readonly string[] }
  /** Never will be: no such mailbox, for example. */
  | { outcome: 'REFUSED'; reason: string }
  /** The fault of this message, perhaps: it is tried again a few times. */
  | { outcome: 'FAILED'; reason: string }
  /** The provider takes nothing at the moment, which says nothing about the message. */
  | { outcome: 'AWAY'; reason: string; retryAfterMs?: number };

/** How messages of one channel leave. */
export interface Provider {
  /**
   * Sends messages and tells what became of each, in their order. `tx` is the transaction that marks them as
   * sent: an adapter that keeps them in this database writes in it, which makes it exactly once; any other is
   * at least once, under the same id.
   */
  send: (tx: Tx, messages: readonly Message[]) => Promise<Outcome[]>;
  /** Most messages a second, over all replicas; undefined is no limit. */
  perSecond: number | undefined;
  close: () => void;
}

/** A channel without a provider is shown live and in the list, and that is all of it. */
export type Providers = Partial<Record<NotificationChannel, Provider>>;

import type { Message } from './talk-types.ts';

/** Messages of all conversations that are not stored yet; one more is refused. */
export const OUTBOX_CAPACITY = 100;
/** How often a message waits because too many come at once, before that counts as a failure: minutes of a crowd. */
export const MAX_WAITS = 30;

export type Draft = {
  readonly conversationId: string;
  readonly text: string | null;
  readonly mediaId: string | null;
  readonly replyToSequence: number | null;
};

export type Waiting = Draft & {
  /** The same for each attempt: however often it is sent, it is stored once. */
  readonly clientId: string;
  readonly writtenAt: string;
  readonly state: 'SENDING' | 'FAILED';
  /** Why it failed, for people. */
  readonly reason: string | undefined;
};

export type SendOutcome =
  | { readonly kind: 'STORED'; readonly message: Message }
  | { readonly kind: 'WAIT'; readonly retryAfterMs: number; readonly reason: string }
  | { readonly kind: 'REFUSED'; readonly reason: string };

export type Outbox = {
  view: () => readonly Waiting[];
  subscribe: (listener: () => void) => () => void;
  /** False when too many wait already. */
  send: (draft: Draft) => boolean;
  retry: (clientId: string) => void;
  retryAll: () => void;
  discard: (clientId: string) => void;
  /** It has arrived, by whichever way. */
  settle: (clientId: string) => void;
};

type Options = {
  deliver: (waiting: Waiting) => Promise<SendOutcome>;
  onStored: (message: Message) => void;
  describe: (error: unknown) => string;
  wait: (ms: number) => Promise<void>;
  newId: () => string;
  now: () => Date;
};

/** Messages on their way, one at a time a conversation, so that they are stored in the order in which they were written. */
export function createOutbox(options: Options): Outbox {
  const { deliver, onStored, describe, wait, newId, now } = options;
  const listeners = new Set<() => void>();
  const busy = new Set<string>();
  let entries: readonly Waiting[] = [];

  function set(next: readonly Waiting[]): void {
    entries = next;
    for (const listener of listeners) listener();
  }

  function change(clientId: string, part: Pick<Waiting, 'state' | 'reason'>): void {
    set(entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...part } : entry)));
  }

  function settle(clientId: string): void {
    if (entries.some((entry) => entry.clientId === clientId)) {
      set(entries.filter((entry) => entry.clientId !== clientId));
    }
  }

  async function drain(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    for (;;) {
      const next = entries.find(
        (entry) => entry.conversationId === conversationId && entry.state === 'SENDING',
      );
      if (!next) break;
      await attempt(next);
    }
    busy.delete(conversationId);
  }

  async function attempt(entry: Waiting): Promise<void> {
    for (let waits = 0; ; waits += 1) {
      const outcome = await deliver(entry).catch((error: unknown): SendOutcome => ({
        kind: 'REFUSED',
        reason: describe(error),
      }));
      if (outcome.kind === 'STORED') {
        onStored(outcome.message);
        return settle(entry.clientId);
      }
      if (outcome.kind === 'REFUSED' || waits === MAX_WAITS) {
        return change(entry.clientId, { state: 'FAILED', reason: outcome.reason });
      }
      await wait(outcome.retryAfterMs);
    }
  }

  function retry(clientId: string): void {
    const entry = entries.find((one) => one.clientId === clientId);
    if (entry?.state !== 'FAILED') return;
    change(clientId, { state: 'SENDING', reason: undefined });
    void drain(entry.conversationId);
  }

  return {
    view: () => entries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(draft) {
      if (entries.length >= OUTBOX_CAPACITY) return false;
      const clientId = newId();
      const writtenAt = now().toISOString();
      set([...entries, { ...draft, clientId, writtenAt, state: 'SENDING', reason: undefined }]);
      void drain(draft.conversationId);
      return true;
    },
    retry,
    retryAll() {
      for (const { clientId } of entries) retry(clientId);
    },
    discard: settle,
    settle,
  };
}

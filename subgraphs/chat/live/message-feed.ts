import type { Message } from '../domain/message.ts';
import { readMessage, type UserMessage } from './channels.ts';

export interface FeedSources {
  /** What is published to the user from now on; a gap in it is told by `GAP`. */
  messages: AsyncIterableIterator<UserMessage | typeof GAP>;
  /** Where all conversations of the user stand, those of least recent activity first. */
  listPositions: () => Promise<readonly { conversationId: string; lastSequence: number }[]>;
  /** Messages after one sequence and up to another, oldest first, up to a page of them. */
  listMissed: (conversationId: string, after: number, upTo: number) => Promise<Message[]>;
}

/** Something may have been missed. */
export const GAP = 'GAP';

/**
 * Every message of a user's conversations once, each conversation in its order: those after `positions`, with
 * `isBehind` first those that are there already, then each as it is sent. What is published is only a hint: a message
 * that does not follow on the last one makes the ones between be read, one that came before is left out.
 *
 * Not a generator: those cannot be ended while they wait for a message.
 */
export function followMessages(
  { messages, listPositions, listMissed }: FeedSources,
  positions: ReadonlyMap<string, number>,
  isBehind: boolean,
): AsyncIterableIterator<Message> {
  const last = new Map(positions);
  /** Conversations to be read up to a sequence, before anything else is heard. */
  const behind: { conversationId: string; upTo: number }[] = [];
  let page: Message[] = [];
  let hasToLook = isBehind;

  async function lookForMissed(): Promise<void> {
    for (const { conversationId, lastSequence } of await listPositions()) {
      catchUp(conversationId, lastSequence);
    }
  }

  function catchUp(conversationId: string, upTo: number): void {
    if (upTo > lastOf(conversationId)) behind.push({ conversationId, upTo });
  }

  const lastOf = (conversationId: string): number => last.get(conversationId) ?? 0;

  /** The next one that is known already; undefined when everything up to now was given. */
  async function takeKnown(): Promise<Message | undefined> {
    for (;;) {
      const next = page.shift();
      if (next !== undefined) {
        last.set(next.conversationId, next.sequence);
        return next;
      }
      const [first] = behind;
      if (first === undefined) return undefined;
      const { conversationId, upTo } = first;
      page = await listMissed(conversationId, lastOf(conversationId), upTo);
      if (page.length === 0) behind.shift();
    }
  }

  function hear(heard: UserMessage): Message | undefined {
    if (heard.kind !== 'SENT') return undefined;
    const { conversationId, sequence } = heard.message;
    const follows = sequence - lastOf(conversationId);
    if (follows > 1) catchUp(conversationId, sequence);
    if (follows !== 1) return undefined;
    last.set(conversationId, sequence);
    return readMessage(heard.message);
  }

  return {
    async next() {
      if (hasToLook) {
        hasToLook = false;
        await lookForMissed();
      }
      for (;;) {
        const known = await takeKnown();
        if (known !== undefined) return { done: false, value: known };
        const heard = await messages.next();
        if (heard.done === true) return { done: true, value: undefined };
        if (heard.value === GAP) await lookForMissed();
        else {
          const message = hear(heard.value);
          if (message !== undefined) return { done: false, value: message };
        }
      }
    },
    async return() {
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

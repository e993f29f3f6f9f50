import { groupCalls, QueueFull } from '#platform/database/group-calls.ts';
import type { Live } from '#platform/live/live.ts';
import type { NewMessage } from '../domain/number-messages.ts';
import { createSendPace, MIN_RETRY_MS } from '../domain/send-pace.ts';
import { publishSent } from '../live/channels.ts';
import { createTellMeanwhile } from '../live/tell-meanwhile.ts';
import { sendMessages, type SendOutcome, type SendParts } from './send-messages.ts';

/** Messages that are stored together. */
const MAX_GROUP = 400;
/** Messages that wait, whatever the pace says. */
const MAX_WAITING = 20_000;

export interface SendDesk {
  /** Sends a message together with those of the same moment, and tells both sides of it. */
  send: (message: NewMessage) => Promise<SendOutcome | { kind: 'BUSY'; retryAfterMs: number }>;
  /** 0, or the milliseconds after which there is room for one more. */
  refusalMs: () => number;
}

export function createSendDesk(
  parts: SendParts & { live: Live },
  clock: () => number = () => performance.now(),
): SendDesk {
  const tellMeanwhile = createTellMeanwhile();
  const pace = createSendPace(MAX_GROUP);
  let waiting = 0;

  const store = groupCalls(
    { maxItems: MAX_GROUP, maxWaiting: MAX_WAITING },
    async (messages: readonly NewMessage[]): Promise<SendOutcome[]> => {
      pace.begin(clock());
      try {
        const outcomes = await sendMessages(parts, messages);
        // One that was sent before may have been stored by a process that died before it told anybody; streams leave
        // out what they have given.
        const sent = outcomes.filter((outcome) => 'userIds' in outcome);
        // What is stored is sent, heard of or not: who misses it finds it by its sequence.
        await tellMeanwhile(() => publishSent(parts.live, sent));
        return outcomes;
      } finally {
        pace.end(clock());
      }
    },
  );

  return {
    refusalMs: () => pace.refusalMs(waiting, clock()),
    async send(message) {
      waiting += 1;
      try {
        return await store(message);
      } catch (error) {
        if (!(error instanceof QueueFull)) throw error;
        return {
          kind: 'BUSY',
          retryAfterMs: Math.max(MIN_RETRY_MS, pace.refusalMs(waiting, clock())),
        };
      } finally {
        waiting -= 1;
      }
    },
  };
}

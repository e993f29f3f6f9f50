import { groupCalls } from '#platform/database/group-calls.ts';
import type { Live } from '#platform/live/live.ts';
import type { NewMessage } from '../domain/number-messages.ts';
import { publishSent } from '../live/channels.ts';
import { createTellMeanwhile } from '../live/tell-meanwhile.ts';
import { sendMessages, type SendOutcome, type SendParts } from './send-messages.ts';

/** Messages that are stored together, and that may wait. */
const MAX_GROUP = 200;
const MAX_WAITING = 20_000;

/** Sends a message together with those of the same moment, and tells both sides of it. */
export function createSendDesk(parts: SendParts & { live: Live }) {
  const tellMeanwhile = createTellMeanwhile();
  return groupCalls(
    { maxItems: MAX_GROUP, maxWaiting: MAX_WAITING },
    async (messages: readonly NewMessage[]): Promise<SendOutcome[]> => {
      const outcomes = await sendMessages(parts, messages);
      // One that was sent before may have been stored by a process that died before it told anybody; streams leave out
      // what they have given.
      const sent = outcomes.filter((outcome) => 'userIds' in outcome);
      // What is stored is sent, heard of or not: who misses it finds it by its sequence.
      await tellMeanwhile(() => publishSent(parts.live, sent));
      return outcomes;
    },
  );
}

import type { Live } from '#platform/live/live.ts';
import { sendMessages } from '../sending/send-messages.ts';
import { afterStatement } from '../testing/after-statement.ts';
import { openTalk, type Talk } from '../testing/talk.ts';
import { userChannel } from './channels.ts';

interface Fed {
  messageReceived: { sequence: number; text: string };
}

const FEED = `subscription ($after: [ConversationPosition!]) {
  messageReceived(after: $after) { sequence text }
}`;
/** More than a page is missed, so that there are moments between pages. */
const SENT = 130;
const SEEN = 20;

const noStep = (): Promise<void> => Promise.resolve();

/** Chat that calls `step` at each moment of somebody's coming back, and may listen in another way. */
async function openSteps(step: () => Promise<void>, change: (live: Live) => Live = (live) => live) {
  const plugins = [
    afterStatement('conversation.last_sequence as "lastSequence"\n    from', step),
    afterStatement('and sequence <= ', step),
  ];
  return openTalk({
    plugins,
    changeLive: (live) =>
      change({
        ...live,
        async subscribe<Message>(...args: Parameters<Live['subscribe']>) {
          await step();
          const messages = await live.subscribe<Message>(...(args as [string]));
          await step();
          return messages;
        },
      }),
  });
}

async function prepare(talk: Talk) {
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  const messages = Array.from({ length: SENT }, (_, index) => ({
    conversationId,
    senderId: ben.id,
    clientId: talk.newId(),
    text: `m${index + 1}`,
    mediaId: null,
    replyToSequence: null,
  }));
  await sendMessages(talk, messages);
  return { ada, ben, conversationId };
}

const comeBack = (ada: ReturnType<Talk['person']>, conversationId: string) =>
  ada.listen<Fed>(FEED, { after: [{ conversationId, sequence: SEEN }] });

test('whenever a message is sent while somebody comes back, it is heard once and in its place', async () => {
  let step = noStep;
  await using talk = await openSteps(() => step());
  /** How many moments there were; at the one with this number a message is sent. */
  async function comeBackWith(moment: number): Promise<number> {
    const { ada, ben, conversationId } = await prepare(talk);
    let moments = 0;
    step = async () => {
      moments += 1;
      if (moments === moment) await ben.send(conversationId, 'meanwhile');
    };
    await using feed = await comeBack(ada, conversationId);
    const heard: string[] = [];
    for (let left = SENT - SEEN; left > 0; left -= 1) {
      const { sequence, text } = (await feed.next()).messageReceived;
      heard.push(`${sequence} ${text}`);
      await step();
    }
    const before = moments;
    // The last moment is one at which all that was missed has been heard.
    if (moments < moment) await ben.send(conversationId, 'meanwhile');
    await ben.send(conversationId, 'at last');
    for (let left = 2; left > 0; left -= 1) {
      const { sequence, text } = (await feed.next()).messageReceived;
      heard.push(`${sequence} ${text}`);
    }
    expect(heard).toEqual([
      ...Array.from(
        { length: SENT - SEEN },
        (_, index) => `${SEEN + index + 1} m${SEEN + index + 1}`,
      ),
      `${SENT + 1} meanwhile`,
      `${SENT + 2} at last`,
    ]);
    return before;
  }

  const moments = await comeBackWith(Infinity);
  // Listening before and after, positions, two pages, and each message that is given.
  expect(moments).toBe(SENT - SEEN + 5);
  for (let moment = 1; moment <= moments + 1; moment += 1) {
    // Between messages of one page nothing happens: some of those moments stand for all.
    const isOfSteps = moment <= 7 || moment > moments - 4 || (moment > 100 && moment < 110);
    if (isOfSteps) await comeBackWith(moment);
  }
}, 60_000);

/** Something that is published and is no message: who is given it has been given all that was published before. */
const MARK = { kind: 'CHANGED', conversationId: '', sequence: 0 };

/**
 * A message is sent at the moment when positions were read: whether it is heard behind what was missed, before anything
 * that is published later. Who listens late listens only when that is asked for.
 */
async function hearsWhatComesBetween(listens: 'EARLY' | 'LATE'): Promise<boolean> {
  const { promise: isMarked, resolve: mark } = Promise.withResolvers<void>();
  const { promise: isListening, resolve: listening } = Promise.withResolvers<void>();
  const change = (live: Live): Live => ({
    ...live,
    async subscribe<Message>(...args: Parameters<Live['subscribe']>) {
      const listen = async () => {
        const messages = await live.subscribe<Message>(...(args as [string]));
        listening();
        return messages;
      };
      const source = listens === 'EARLY' ? await listen() : undefined;
      return watch(source ? () => Promise.resolve(source) : listen, mark);
    },
  });
  let step = noStep;
  await using talk = await openSteps(() => step(), change);
  const { ada, ben, conversationId } = await prepare(talk);
  await using feed = await comeBack(ada, conversationId);
  let moments = 0;
  step = async () => {
    moments += 1;
    if (moments === 1) await ben.send(conversationId, 'meanwhile');
  };
  for (let left = SENT - SEEN; left > 0; left -= 1) await feed.next();
  const next = feed.next();
  await isListening;
  await talk.live.publish(userChannel(ada.id), MARK);
  const isHeard = await Promise.race([next.then(() => true), isMarked.then(() => false)]);
  // What comes later brings what was lost.
  await ben.send(conversationId, 'at last');
  expect((await next).messageReceived.text).toBe('meanwhile');
  return isHeard;
}

test('control: who listens only after what was missed was read does not hear what was sent between the two', async () => {
  expect(await hearsWhatComesBetween('EARLY')).toBe(true);
  expect(await hearsWhatComesBetween('LATE')).toBe(false);
});

/** Listens when the first message is asked for, and tells when the mark has been given. */
function watch<Message>(
  listen: () => Promise<AsyncIterableIterator<Message>>,
  onMark: () => void,
): AsyncIterableIterator<Message> {
  let source: Promise<AsyncIterableIterator<Message>> | undefined;
  return {
    async next() {
      source ??= listen();
      const step = await (await source).next();
      if (JSON.stringify(step.value) === JSON.stringify(MARK)) onMark();
      return step;
    },
    async return() {
      await (await source)?.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

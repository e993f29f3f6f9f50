import {
  createOutbox,
  MAX_WAITS,
  OUTBOX_CAPACITY,
  type SendOutcome,
  type Waiting,
} from './outbox.ts';
import { message } from './testing/messages.ts';

const draft = (text: string, conversationId = 'c1') => ({
  conversationId,
  text,
  mediaId: null,
  replyToSequence: null,
});

function desk() {
  const sent: { entry: Waiting; answer: (outcome: SendOutcome) => void; fail: () => void }[] = [];
  const stored: number[] = [];
  const waited: number[] = [];
  let ids = 0;
  const outbox = createOutbox({
    deliver: (entry) => {
      const { promise, resolve, reject } = Promise.withResolvers<SendOutcome>();
      sent.push({ entry, answer: resolve, fail: () => reject(new Error('no network')) });
      return promise;
    },
    onStored: ({ sequence }) => stored.push(sequence),
    describe: (error) => (error as Error).message,
    wait: async (ms) => {
      waited.push(ms);
    },
    newId: () => `id-${(ids += 1)}`,
    now: () => new Date(0),
  });
  return { outbox, sent, stored, waited };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const storedAs = (sequence: number): SendOutcome => ({
  kind: 'STORED',
  message: message(sequence),
});

test('messages of a conversation go one after the other, those of two conversations beside each other', async () => {
  const { outbox, sent, stored } = desk();
  for (const text of ['one', 'two']) outbox.send(draft(text));
  outbox.send(draft('three', 'c2'));
  expect(sent.map(({ entry }) => entry.text)).toEqual(['one', 'three']);
  sent[0]?.answer(storedAs(1));
  await settled();
  expect(sent.map(({ entry }) => entry.text)).toEqual(['one', 'three', 'two']);
  expect(stored).toEqual([1]);
  expect(outbox.view().map(({ text }) => text)).toEqual(['two', 'three']);
});

test('one that failed keeps its text, and is tried again under the same client id', async () => {
  const { outbox, sent } = desk();
  outbox.send(draft('hello'));
  sent[0]?.fail();
  await settled();
  expect(outbox.view()).toMatchObject([{ text: 'hello', state: 'FAILED', reason: 'no network' }]);
  outbox.retry('id-1');
  expect(outbox.view()).toMatchObject([{ text: 'hello', state: 'SENDING' }]);
  expect(sent.map(({ entry }) => entry.clientId)).toEqual(['id-1', 'id-1']);
  sent[1]?.answer(storedAs(1));
  await settled();
  expect(outbox.view()).toEqual([]);
});

test('too many in a short time wait as long as they are told to, and not for ever', async () => {
  const { outbox, sent, waited } = desk();
  outbox.send(draft('hello'));
  for (let attempt = 0; attempt <= MAX_WAITS; attempt += 1) {
    sent[attempt]?.answer({ kind: 'WAIT', retryAfterMs: 700, reason: 'too many' });
    await settled();
  }
  expect(waited).toEqual(Array.from({ length: MAX_WAITS }, () => 700));
  expect(outbox.view()).toMatchObject([{ state: 'FAILED', reason: 'too many' }]);
});

test('what has arrived by another way is no longer waited for', () => {
  const { outbox } = desk();
  outbox.send(draft('hello'));
  outbox.settle('id-1');
  expect(outbox.view()).toEqual([]);
});

test('takes so many and no more', () => {
  const { outbox } = desk();
  for (let sent = 0; sent < OUTBOX_CAPACITY; sent += 1) expect(outbox.send(draft('x'))).toBe(true);
  expect(outbox.send(draft('one more'))).toBe(false);
});

import { DEFAULT_UNTIL } from '../plan.ts';
import { createRandom } from '../random.ts';
import { createWorld } from '../world.ts';
import { chatSizesOf } from './chat-plan.ts';
import { createConversationMaker } from './conversation-seed.ts';
import { drawPairs, drawRank } from './pairs.ts';

const full = { scale: 1, seed: 1, until: DEFAULT_UNTIL };
/** A thousand users, and five thousand conversations. */
const plan = { ...full, scale: 0.01 };
const world = createWorld(plan);
const make = createConversationMaker(world);
/** Behind those of Ada and Ben, who talk more. */
const conversations = Array.from({ length: 1_500 }, (_, index) => make(index + 21));
const messages = conversations.flatMap((conversation) => conversation.messages);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('the full size is the one that was asked for', () => {
  const { conversations: count, messagesEach } = chatSizesOf(full);

  expect(count).toBe(500_000);
  expect(count * messagesEach).toBe(50_000_000);
});

test('lengths decay exponentially: most have fewer than a hundred messages', () => {
  const lengths = conversations.map((conversation) => conversation.messages.length);
  const share = (least: number) => lengths.filter((length) => length > least).length / 1_500;

  expect(messages.length / 1_500).toBeGreaterThan(90);
  expect(messages.length / 1_500).toBeLessThan(110);
  expect(share(0)).toBe(1);
  expect(share(100)).toBeCloseTo(Math.exp(-1), 1.3);
  expect(share(200)).toBeCloseTo(Math.exp(-2), 1.3);
});

test('four in a hundred messages have a picture, half of those words, too, and the others words alone', () => {
  const withPicture = messages.filter(({ picture }) => picture !== null);

  expect(withPicture.length / messages.length).toBeCloseTo(0.04, 2);
  expect(withPicture.filter(({ text }) => text !== null).length / withPicture.length).toBeCloseTo(
    0.5,
    1,
  );
  expect(messages.filter(({ text, picture }) => text === null && picture === null)).toEqual([]);
});

test('70 % of the messages are of 9 to 23 o’clock', () => {
  const byDay = messages.filter(({ createdAt }) => {
    const hour = createdAt.getUTCHours();
    return hour >= 9 && hour < 23;
  });

  expect(byDay.length / messages.length).toBeCloseTo(0.7, 1.5);
});

test('a fifth of the users send four fifths of the messages', () => {
  const sent = new Map<string, number>();
  for (const { senderId } of messages) {
    sent.set(senderId, (sent.get(senderId) ?? 0) + 1);
  }
  const counts = [...sent.values()].toSorted((a, b) => b - a);
  const ofTheFirst = sum(counts.slice(0, world.sizes.users / 5)) / sum(counts);

  expect(ofTheFirst).toBeGreaterThan(0.75);
  expect(ofTheFirst).toBeLessThan(0.85);
});

test('ranks are drawn as often as they write', () => {
  const random = createRandom(1, 'ranks', 0);
  const ranks = Array.from({ length: 20_000 }, () => drawRank(random));

  expect(ranks.filter((rank) => rank < 0.2).length / ranks.length).toBeCloseTo(0.8, 1.7);
  expect(Math.max(...ranks)).toBeLessThan(1);
});

test('a pair comes once, nobody talks with oneself, and Ada and Ben know each other', () => {
  const pairs = drawPairs(1, 1_000, 5_000);
  const keys = pairs.map((pair) => pair.toSorted((a, b) => a - b).join('-'));

  expect(new Set(keys).size).toBe(5_000);
  expect(pairs.filter(([one, other]) => one === other)).toEqual([]);
  expect(pairs[0]).toEqual([1, 2]);
});

test('sequences have no gap, times follow each other, and answers are to what was said before', () => {
  const wrong = conversations.flatMap(({ createdAt, messages: all, userIds }) =>
    all.filter((message, place) => {
      const before = all[place - 1]?.createdAt ?? createdAt;
      const { sequence, replyToSequence: answered } = message;
      const isSound =
        sequence === place + 1 &&
        message.createdAt > before &&
        message.createdAt < plan.until &&
        userIds.includes(message.senderId) &&
        (answered === null || (answered >= 1 && answered < sequence));
      return !isSound;
    }),
  );

  expect(wrong).toEqual([]);
});

test('what is unread is what the other side sent behind the watermark', () => {
  const sides = conversations.flatMap(({ members, messages: all }) =>
    members.map((member) => ({ member, all })),
  );
  const wrong = sides.filter(({ member, all }) => {
    const { readSequence, deliveredSequence, readAt } = member;
    const unread = all.filter(
      ({ sequence, senderId }) => sequence > readSequence && senderId === member.otherUserId,
    );
    const isSound =
      member.unreadCount === unread.length &&
      deliveredSequence >= readSequence &&
      deliveredSequence <= all.length &&
      (readAt === null) === (readSequence === 0);
    return !isSound;
  });

  expect(wrong).toEqual([]);
  expect(sides.some(({ member }) => member.unreadCount > 0)).toBe(true);
});

test('the same conversation has the same messages, whatever was asked for before', () => {
  expect(make(30)).toEqual(conversations[9]);
  expect(createConversationMaker(createWorld({ ...plan, seed: 2 }))(30)).not.toEqual(
    conversations[9],
  );
});

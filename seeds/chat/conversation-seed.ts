import { YEAR_MS } from '../plan.ts';
import { createRandom, uuidAt, type Random } from '../random.ts';
import type { World } from '../world.ts';
import { chatSizesOf } from './chat-plan.ts';
import { hourOfTalk } from './day-of-talk.ts';
import { drawPairs } from './pairs.ts';
import { drawText } from './phrases.ts';
import { TALK_PICTURES } from './talk-pictures.ts';

export interface MessageSeed {
  sequence: number;
  senderId: string;
  clientId: string;
  /** Null where there is a picture alone. */
  text: string | null;
  /** The id of the upload, and which of the pictures it is. */
  picture: { mediaId: string; number: number } | null;
  replyToSequence: number | null;
  /** JSON: an emoji by user. */
  reactions: string | null;
  createdAt: Date;
}

/** What one side sees: watermarks, and what follows from them. */
export interface MemberSeed {
  userId: string;
  otherUserId: string;
  unreadCount: number;
  deliveredSequence: number;
  deliveredAt: Date | null;
  readSequence: number;
  readAt: Date | null;
  /** Whether the other one is in the address book. */
  hasContact: boolean;
}

export interface ConversationSeed {
  id: string;
  /** The lesser id first. */
  userIds: readonly [string, string];
  createdAt: Date;
  messages: MessageSeed[];
  members: MemberSeed[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** People talk for some messages and then do something else. */
const MESSAGES_AT_ONCE = 8;
const PAUSE_MS = [2_000, 60_000] as const;
const REPLY_SHARE = 0.05;
const REPLY_WITHIN = 6;
const REACTION_SHARE = 0.04;
/** Two million of fifty million messages. */
const PICTURE_SHARE = 0.04;
const CAPTION_SHARE = 0.5;
const EMOJIS = ['👍', '❤️', '😂', '🎉', '😮'];
/** Sides that have read everything, and what others are behind by at most. */
const UP_TO_DATE_SHARE = 0.8;
const BEHIND_BY = 12;
const UNDELIVERED_SHARE = 0.3;
const CONTACT_SHARE = 0.4;
/** Later than the message by at most this. */
const READ_WITHIN_MS = 4 * HOUR_MS;
/** The conversations of those whom everybody can sign in as are worth a look. */
const TALKATIVE = 21;
const LEAST_OF_THEIRS = 30;

export type MakeConversation = (index: number) => ConversationSeed;

export function createConversationMaker(world: World): MakeConversation {
  const { plan, sizes, user } = world;
  const { conversations, messagesEach } = chatSizesOf(plan);
  const pairs = drawPairs(plan.seed, sizes.users, conversations);
  const people = rememberPeople(user);

  return (index) => {
    const [one, other] = pairs[index] ?? [0, 1];
    const random = createRandom(plan.seed, 'conversation', index);
    const [first, second] = [people(one), people(other)];
    const earliest = Math.max(
      plan.until.getTime() - YEAR_MS,
      first.createdAt.getTime(),
      second.createdAt.getTime(),
    );
    // Most begin early in the year, so that the months differ little.
    const startsAt = earliest + (plan.until.getTime() - earliest) * random.next() ** 2;
    const drawn = 1 + Math.floor(-Math.log(1 - random.next()) * (messagesEach - 1));
    const length = index < TALKATIVE ? Math.max(drawn, LEAST_OF_THEIRS) : drawn;
    const times = drawTimes(random, startsAt, plan.until, length);
    const [begun = plan.until] = times;
    const createdAt = new Date(begun.getTime() - 1);
    const userIds = [first.id, second.id].toSorted() as [string, string];
    const messages = times.map((at, place) => drawMessage(random, userIds, at, place + 1));
    return {
      id: uuidAt(createdAt, random),
      userIds,
      createdAt,
      messages,
      members: userIds.map((userId, side) =>
        drawMember(random, plan.until, messages, userId, userIds[1 - side] ?? ''),
      ),
    };
  };
}

type Person = { id: string; createdAt: Date };
/** About 10 MB when full; making a user with names and addresses takes longer than a conversation. */
const MAX_PEOPLE = 200_000;

function rememberPeople(user: World['user']): (index: number) => Person {
  const known = new Map<number, Person>();
  return (index) => {
    const person = known.get(index);
    if (person !== undefined) return person;
    const { id, createdAt } = user(index);
    if (known.size < MAX_PEOPLE) known.set(index, { id, createdAt });
    return { id, createdAt };
  };
}

/** Times of messages, in order: talks of some messages each, at hours at which people talk. */
function drawTimes(random: Random, from: number, until: Date, count: number): Date[] {
  const end = until.getTime();
  const endHour = until.getUTCHours() + until.getUTCMinutes() / 60;
  const days = Math.max(1, Math.floor((end - from) / DAY_MS));
  const times: number[] = [];
  while (times.length < count) {
    const day = Math.floor(random.next() * days);
    const hours = (endHour - hourOfTalk(random.next()) + 24) % 24;
    let at = end - day * DAY_MS - hours * HOUR_MS;
    const inTalk = 1 + Math.floor(-Math.log(1 - random.next()) * (MESSAGES_AT_ONCE - 1));
    for (let left = Math.min(inTalk, count - times.length); left > 0; left--) {
      times.push(Math.floor(at));
      at += random.int(...PAUSE_MS);
    }
  }
  times.sort((one, other) => one - other);
  // A talk that goes on at the end of the time ends with it.
  let latest = end;
  for (let place = times.length - 1; place >= 0; place--) {
    latest = Math.min(times[place] ?? 0, latest - 1);
    times[place] = latest;
  }
  return times.map((time) => new Date(time));
}

function drawMessage(
  random: Random,
  userIds: readonly [string, string],
  createdAt: Date,
  sequence: number,
): MessageSeed {
  const senderId = random.pick(userIds);
  const isReply = sequence > 1 && random.chance(REPLY_SHARE);
  const back = isReply ? random.int(1, Math.min(REPLY_WITHIN, sequence - 1)) : 0;
  const hasReaction = random.chance(REACTION_SHARE);
  const picture = random.chance(PICTURE_SHARE)
    ? { mediaId: uuidAt(createdAt, random), number: random.int(0, TALK_PICTURES - 1) }
    : null;
  const hasText = picture === null || random.chance(CAPTION_SHARE);
  return {
    sequence,
    senderId,
    clientId: uuidAt(createdAt, random),
    text: hasText ? drawText(random) : null,
    picture,
    replyToSequence: isReply ? sequence - back : null,
    reactions: hasReaction ? JSON.stringify({ [random.pick(userIds)]: random.pick(EMOJIS) }) : null,
    createdAt,
  };
}

function drawMember(
  random: Random,
  until: Date,
  messages: readonly MessageSeed[],
  userId: string,
  otherUserId: string,
): MemberSeed {
  const last = messages.length;
  const isUpToDate = random.chance(UP_TO_DATE_SHARE);
  const readSequence = isUpToDate ? last : Math.max(0, last - random.int(1, BEHIND_BY));
  const isAway = !isUpToDate && random.chance(UNDELIVERED_SHARE);
  const deliveredSequence = isAway ? readSequence : last;
  const timeOf = (sequence: number): Date | null => {
    const message = messages[sequence - 1];
    if (message === undefined) return null;
    const later = message.createdAt.getTime() + random.int(0, READ_WITHIN_MS);
    return new Date(Math.min(later, until.getTime()));
  };
  return {
    userId,
    otherUserId,
    unreadCount: messages.slice(readSequence).filter(({ senderId }) => senderId === otherUserId)
      .length,
    deliveredSequence,
    deliveredAt: timeOf(deliveredSequence),
    readSequence,
    readAt: timeOf(readSequence),
    hasContact: random.chance(CONTACT_SHARE),
  };
}

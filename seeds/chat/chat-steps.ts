import type { Client } from 'pg';
import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { CopyValue } from '../loading/copy-encoding.ts';
import type { World } from '../world.ts';
import { chatSizesOf } from './chat-plan.ts';
import {
  createConversationMaker,
  type ConversationSeed,
  type MessageSeed,
} from './conversation-seed.ts';
import { drawTalkPictures, type TalkPicture } from './talk-pictures.ts';

/** With a hundred messages each on average. */
const CONVERSATIONS_A_CHUNK = 250;

const CONVERSATIONS: CopyTable = {
  name: 'conversation',
  columns: {
    id: 'uuid',
    low_user_id: 'uuid',
    high_user_id: 'uuid',
    last_sequence: 'int4',
    created_at: 'timestamptz',
  },
};
const MEMBERS: CopyTable = {
  name: 'conversation_member',
  columns: {
    user_id: 'uuid',
    conversation_id: 'uuid',
    other_user_id: 'uuid',
    unread_count: 'int4',
    delivered_sequence: 'int4',
    delivered_at: 'timestamptz',
    read_sequence: 'int4',
    read_at: 'timestamptz',
    last_activity_at: 'timestamptz',
  },
};
const MESSAGES: CopyTable = {
  name: 'message',
  columns: {
    conversation_id: 'uuid',
    sequence: 'int4',
    sender_id: 'uuid',
    client_id: 'uuid',
    type: 'text',
    text: 'text',
    reply_to_sequence: 'int4',
    reactions: 'jsonb',
    media: 'jsonb',
    created_at: 'timestamptz',
  },
};
const MEDIA: CopyTable = {
  name: 'media',
  columns: {
    id: 'uuid',
    owner_id: 'uuid',
    state: 'text',
    upload_key: 'text',
    content_type: 'text',
    size_bytes: 'int4',
    file: 'jsonb',
    created_at: 'timestamptz',
  },
};
/** Of the session: what words are made of, on the server, as the product makes them. */
const TEXTS: CopyTable = {
  name: 'seed_text',
  columns: { conversation_id: 'uuid', sequence: 'int4', text: 'text' },
};
const WORDS: CopyTable = {
  name: 'message_word',
  columns: { conversation_id: 'uuid', sequence: 'int4' },
};
const CONTACTS: CopyTable = {
  name: 'contact',
  columns: { user_id: 'uuid', contact_id: 'uuid', created_at: 'timestamptz' },
};

/** Those that grow with the conversations. */
export const CHAT_TABLES: readonly CopyTable[] = [
  CONVERSATIONS,
  MEMBERS,
  MESSAGES,
  MEDIA,
  WORDS,
  CONTACTS,
];

/** Conversations as if their messages had been sent: sequences without a gap, unread counts that watermarks explain. */
export function chatSteps(world: World): SeedStep[] {
  let conversation: ((index: number) => ConversationSeed) | undefined;
  let pictures: Promise<TalkPicture[]> | undefined;
  return [
    {
      name: 'conversations',
      databases: ['chat'],
      rows: chatSizesOf(world.plan).conversations,
      chunkSize: CONVERSATIONS_A_CHUNK,
      async make(from, to) {
        // Drawing the pairs takes a second: not where all of it is there already.
        conversation ??= createConversationMaker(world);
        pictures ??= drawTalkPictures();
        const drawn = await pictures;
        const made = indexes(from, to).map(conversation);
        return {
          async chat(client) {
            await copyRows(client, CONVERSATIONS, made.map(toConversation));
            await copyRows(client, MEMBERS, made.flatMap(toMembers));
            await copyRows(client, CONTACTS, made.flatMap(toContacts));
            await copyRows(client, MESSAGES, toMessages(made, drawn));
            await copyRows(client, MEDIA, toMedia(made, drawn));
            await makeWords(client, made);
          },
        };
      },
    },
  ];
}

/** What the search reads; the consumer that makes it otherwise never hears of these messages. */
async function makeWords(client: Client, made: readonly ConversationSeed[]): Promise<void> {
  await client.query(
    `create temp table if not exists seed_text (conversation_id uuid, sequence integer, text text)
     on commit delete rows`,
  );
  await copyRows(client, TEXTS, toTexts(made));
  await client.query(
    `insert into message_word (conversation_id, sequence, words)
     select conversation_id, sequence, to_tsvector('simple', text) from seed_text`,
  );
}

function* toTexts(conversations: readonly ConversationSeed[]): Generator<CopyValue[]> {
  for (const { id, messages } of conversations) {
    for (const { sequence, text } of messages) {
      if (text !== null) yield [id, sequence, text];
    }
  }
}

const toConversation = ({ id, userIds, createdAt, messages }: ConversationSeed): CopyValue[] => [
  id,
  ...userIds,
  messages.length,
  createdAt,
];

function toMembers({ id, createdAt, messages, members }: ConversationSeed): CopyValue[][] {
  const lastActivityAt = messages.at(-1)?.createdAt ?? createdAt;
  return members.map((member) => [
    member.userId,
    id,
    member.otherUserId,
    member.unreadCount,
    member.deliveredSequence,
    member.deliveredAt,
    member.readSequence,
    member.readAt,
    lastActivityAt,
  ]);
}

function toContacts({ members, createdAt }: ConversationSeed): CopyValue[][] {
  return members
    .filter(({ hasContact }) => hasContact)
    .map(({ userId, otherUserId }) => [userId, otherUserId, createdAt]);
}

function* toMessages(
  conversations: readonly ConversationSeed[],
  pictures: readonly TalkPicture[],
): Generator<CopyValue[]> {
  for (const { id, messages } of conversations) {
    for (const message of messages) {
      const file = fileOf(message, pictures);
      yield [
        id,
        message.sequence,
        message.senderId,
        message.clientId,
        file === null ? 'TEXT' : 'IMAGE',
        message.text,
        message.replyToSequence,
        message.reactions,
        file === null ? null : JSON.stringify(file),
        message.createdAt,
      ];
    }
  }
}

function* toMedia(
  conversations: readonly ConversationSeed[],
  pictures: readonly TalkPicture[],
): Generator<CopyValue[]> {
  for (const message of conversations.flatMap(({ messages }) => messages)) {
    const file = fileOf(message, pictures);
    if (file === null) continue;
    const { id, contentType, sizeBytes } = file;
    // Nothing lies under the key of an upload: deleting the message leaves the pictures of others.
    const uploadKey = `chat/seed-${id}`;
    const { senderId, createdAt } = message;
    const stored = JSON.stringify(file);
    yield [id, senderId, 'USED', uploadKey, contentType, sizeBytes, stored, createdAt];
  }
}

/** As the product stores a picture with its message. */
function fileOf({ picture }: MessageSeed, pictures: readonly TalkPicture[]) {
  const drawn = picture === null ? undefined : pictures[picture.number];
  if (picture === null || drawn === undefined) return null;
  const { key, sizeBytes, width, height, placeholder } = drawn;
  const contentType = 'image/webp';
  const id = picture.mediaId;
  return {
    id,
    type: 'IMAGE',
    contentType,
    sizeBytes,
    key,
    thumbnailKey: key,
    width,
    height,
    placeholder,
  };
}

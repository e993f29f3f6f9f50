import type { PlantedShop } from './planted-shop.ts';

/** One conversation in which both have read something. */
const READ_BY_BOTH = `select conversation_id from conversation_member
  group by conversation_id having min(read_sequence) > 0 order by conversation_id limit 1`;

/** What is done to conversations, and which invariants tell of it: no others. */
export function chatHarms(
  shop: () => PlantedShop,
): readonly [string, readonly string[], () => Promise<unknown>][] {
  const run = (text: string) => shop().query('chat', text, []);
  const harm =
    (...texts: string[]) =>
    async () => {
      for (const text of texts) await run(text);
    };
  const oneMember = `ctid = (select ctid from conversation_member order by user_id, conversation_id limit 1)`;

  return [
    [
      'a message has got lost',
      ['chat-sequences'],
      harm(
        `update conversation set last_sequence = last_sequence + 1 where id = (${READ_BY_BOTH})`,
      ),
    ],
    [
      'a stranger has written',
      ['chat-senders'],
      harm(`update message set sender_id = gen_random_uuid()
        where sequence = 1 and conversation_id = (${READ_BY_BOTH})`),
    ],
    [
      'two people have two conversations',
      ['chat-pairs'],
      async () => {
        await shop().unguard('chat', 'conversation');
        await run(`with again as (
            insert into conversation (id, low_user_id, high_user_id, created_at)
            select gen_random_uuid(), low_user_id, high_user_id, now() from conversation limit 1
            returning *
          )
          insert into conversation_member (user_id, conversation_id, other_user_id, last_activity_at)
          select low_user_id, id, high_user_id, now() from again
          union all select high_user_id, id, low_user_id, now() from again`);
      },
    ],
    [
      'somebody does not see a conversation',
      ['chat-members'],
      harm('truncate away_queue', `delete from conversation_member where ${oneMember}`),
    ],
    [
      'somebody has what was not sent',
      ['chat-watermarks'],
      harm(
        'truncate away_queue',
        `update conversation_member set delivered_sequence = 1000000 where ${oneMember}`,
      ),
    ],
    [
      'one message too many is unread',
      ['chat-unread'],
      harm(`update conversation_member set unread_count = unread_count + 1 where ${oneMember}`),
    ],
    [
      'a message cannot be found',
      ['chat-words'],
      harm(`delete from message_word where sequence = 1 and conversation_id = (${READ_BY_BOTH})`),
    ],
    [
      'a deleted message is found',
      ['chat-words'],
      harm(`update message set text = null, deleted_at = now()
        where sequence = 1 and conversation_id = (${READ_BY_BOTH})`),
    ],
    [
      'a message is found by what it said before it was edited',
      ['chat-words'],
      harm(`update message set text = 'entirely different', edited_at = now()
        where sequence = 1 and conversation_id = (${READ_BY_BOTH})`),
    ],
    [
      'somebody is told of what has come',
      ['chat-away'],
      harm(`insert into away_queue (user_id, conversation_id, sender_id, first_sequence, last_sequence)
        select user_id, conversation_id, other_user_id, 1, 1 from conversation_member
        where conversation_id = (${READ_BY_BOTH}) limit 1`),
    ],
  ];
}

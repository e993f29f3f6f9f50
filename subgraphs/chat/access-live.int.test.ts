import { presenceChannel } from './presence/presence.ts';
import { ACCESS } from './testing/access-table.ts';
import { openRoom, SECRET, type Kind, type Room } from './testing/closed-room.ts';
import { Refused } from './testing/talk.ts';

type Person = Room['writer'];

/** What is heard on each stream that chat has; what is said on all of them is found by its conversation or its user. */
const STREAMS: Readonly<Record<string, string>> = {
  messageReceived: '{ conversationId text }',
  messageChanged: '{ conversationId text }',
  messageStatusChanged: '{ user { id } readSequence }',
  typingChanged: '{ conversationId isTyping }',
  presenceChanged: '{ user { id } isOnline }',
  chatActivityChanged: '{ onlineUsers }',
};

/** Everything that somebody can make heard in a conversation, in the order of its streams. */
async function doAll(person: Person, conversationId: string, own: number, others: number) {
  await person.ask(
    `mutation ($id: ID!, $own: Int!, $others: Int!) {
      edit: editMessage(input: { conversationId: $id, sequence: $own, text: "secret, edited" }) { __typename }
      remove: deleteMessage(conversationId: $id, sequence: $own) { __typename }
      read: markConversationRead(position: { conversationId: $id, sequence: $others }) { id }
      startTyping(conversationId: $id)
    }`,
    { id: conversationId, own, others },
  );
}

/** Whose stream is open has come: told when `watcher`, who may see it, hears of it. */
async function come(room: Room, person: Person, watcher: Person): Promise<AsyncDisposable> {
  const heard = await room.talk.live.subscribe(presenceChannel(watcher.id));
  const stream = await person.listen('subscription { messageReceived { sequence } }');
  await heard.next();
  await heard.return?.();
  return stream;
}

/**
 * What the one who looks hears on each stream of what the writer does, up to the first thing that a friend of theirs does
 * after it: who hears that would have heard the other before.
 */
async function hearAll(room: Room): Promise<Record<string, string>> {
  const { talk, looker, viewer, writer, partner, names } = room;
  await using open = new AsyncDisposableStack();
  const [friend, watcher] = [talk.person(), talk.person()];
  const friendly = await friend.talkTo(viewer);
  await watcher.talkTo(writer);
  await watcher.talkTo(friend);
  await viewer.send(friendly, 'to be read');
  await friend.send(friendly, 'to be edited');
  await room.block();

  const outcomes: Record<string, string> = {};
  const streams = new Map<string, { next: () => Promise<unknown> }>();
  for (const [name, selection] of Object.entries(STREAMS)) {
    const args = ACCESS[`Subscription.${name}`]?.args?.(names);
    const field = args === undefined ? name : `${name}(${args})`;
    try {
      const stream = await looker.listen(`subscription { got: ${field} ${selection} }`);
      streams.set(name, open.use(stream));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      outcomes[name] = error.codes[0] ?? 'no code';
    }
  }
  open.use(await watcher.listen('subscription { messageReceived { sequence } }'));
  await talk.presence.beat();
  // A subscription listens from its first look on, some of them only then.
  const first = new Map([...streams].map(([name, stream]) => [name, stream.next()]));

  open.use(await come(room, writer, watcher));
  await writer.send(names.conversationId, 'secret, sent');
  await doAll(writer, names.conversationId, 1, 2);
  if (!(await someoneMay(room))) await partner.send(names.conversationId, 'secret, sent as well');
  open.use(await come(room, friend, watcher));
  await friend.send(friendly, 'the end');
  await doAll(friend, friendly, 2, 1);

  const isLast = (name: string, event: unknown) =>
    (name === 'messageReceived' ? ['the end'] : [friendly, friend.id]).some((mark) =>
      JSON.stringify(event).includes(mark),
    );
  const isSecret = (event: unknown) =>
    [names.conversationId, writer.id, SECRET].some((id) => JSON.stringify(event).includes(id));
  for (const [name, stream] of streams) {
    const events: unknown[] = [];
    let event = await first.get(name);
    for (; !isLast(name, event); event = await stream.next()) events.push(event);
    outcomes[name] = events.some(isSecret) ? 'content' : 'silence';
  }
  return outcomes;
}

/** Whether the conversation is the looker's, so that its other side is not the partner. */
async function someoneMay({ viewer, names }: Room): Promise<boolean> {
  return (await viewer.read(names.conversationId)) !== null;
}

test.each<Kind>(['member', 'foreigner', 'blocked', 'nobody'])(
  'what a %s hears of a conversation, on every stream that there is, is what the table says',
  async (kind) => {
    await using room = await openRoom(kind);
    const rows = Object.entries(ACCESS).filter(([row]) => row.startsWith('Subscription.'));
    const expected = rows.map(([row, access]) => [
      row.slice('Subscription.'.length),
      kind === 'nobody' ? 'UNAUTHENTICATED' : access[kind],
    ]);
    expect(await hearAll(room)).toEqual(Object.fromEntries(expected));
  },
);

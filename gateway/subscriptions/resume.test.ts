import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import { createEventStreams, type EventStreams } from '../../platform/subgraph/event-streams.ts';
import { startPlainSubgraph, type PlainSubgraph } from '../testing/plain-subgraph.ts';
import { startLiveServer, type LiveServer } from './testing/live-server.ts';
import { news } from './testing/news-graph.ts';
import { greet, type RawSocket } from './testing/raw-socket.ts';

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextTurn();
}

/** As the subgraph answers the text that it was asked. */
function note(topic: string, number: number) {
  return { data: { notes: { number, resumeLane: topic, resumePosition: number } } };
}
const tick = (at: number) => ({ data: { ticks: { at, resumePosition: at } } });

describe('over the wire, with an upstream that breaks in the middle', () => {
  interface Note {
    topic: string;
    number: number;
    text: string;
  }
  const TOPICS = ['a', 'b', 'c'];
  const NOTES = 90;
  const CUTS_AFTER = [7, 31, 32, 60];
  const all: Note[] = Array.from({ length: NOTES }, (_, index) => {
    const number = 1 + Math.floor(index / TOPICS.length);
    const topic = TOPICS[index % TOPICS.length] ?? '';
    return { topic, number, text: `${topic}-${number}` };
  });

  let subgraph: PlainSubgraph;
  let streams: EventStreams;
  let live: LiveServer;
  let client: Client;
  /** Notes that there are by now. */
  let written: number;

  /** Notes behind the places, then each that is written: what chat's stream of messages does. */
  async function* notesAfter(after: { topic: string; number: number }[]): AsyncGenerator<Note> {
    const places = new Map(after.map(({ topic, number }) => [topic, number]));
    for (let index = 0; index < NOTES; index += 1) {
      const next = all[index];
      await until(() => written > index);
      if (next !== undefined && next.number > (places.get(next.topic) ?? 0)) yield next;
    }
    await new Promise(() => undefined);
  }

  const resolver = (name: string) => ({
    async *subscribe(_: unknown, { after }: { after: { topic: string; number: number }[] }) {
      for await (const each of notesAfter(after)) yield { [name]: each };
    },
  });

  beforeEach(async () => {
    written = 5;
    subgraph = await startPlainSubgraph('news', news, {
      Subscription: { notes: resolver('notes'), unmarkedNotes: resolver('unmarkedNotes') },
    });
    streams = createEventStreams({ name: 'news', url: subgraph.url.replace('http', 'ws') });
    const connection: SubgraphConnection = {
      name: 'news',
      execute: () => Promise.reject(new Error('nothing but events')),
      subscribe: ({ query, variables = {}, signal }) => streams.open({ query, variables }, signal),
      close: () => streams.close(),
    };
    live = await startLiveServer({ connections: { news: connection } });
    client = createClient({ url: live.url.replace('http', 'ws'), webSocketImpl: WebSocket });
  });
  afterEach(async () => {
    await client.dispose();
    await live.stop();
    await streams.close();
    await subgraph[Symbol.asyncDispose]();
  });

  /** What a client hears that knows nothing but its protocol, while the subgraph's sockets break again and again. */
  async function hear(field: string, isDone: (heard: readonly string[]) => boolean) {
    const heard: string[] = [];
    const cuts = [...CUTS_AFTER];
    let hasGap = false;
    const query = `subscription ($after: [NotePlace!]) { ${field}(after: $after) { text } }`;
    const variables = { after: [{ topic: 'a', number: 2 }] };
    for await (const { data, extensions } of client.iterate<Record<string, { text: string }>>({
      query,
      variables,
    })) {
      heard.push(data?.[field]?.text ?? '');
      hasGap ||= (extensions as { gap?: boolean } | undefined)?.gap === true;
      written = Math.min(NOTES, written + 3);
      if (heard.length >= (cuts[0] ?? Infinity)) {
        cuts.shift();
        subgraph.cut();
      }
      if (isDone(heard)) break;
    }
    return { heard, hasGap };
  }

  test('a resumable field loses nothing and tells nothing twice', async () => {
    const wanted = all.filter(({ topic, number }) => topic !== 'a' || number > 2);
    const { heard, hasGap } = await hear('notes', ({ length }) => length === wanted.length);
    for (const topic of TOPICS) {
      const own = (text: string) => text.startsWith(topic);
      expect(heard.filter(own)).toEqual(wanted.map(({ text }) => text).filter(own));
    }
    expect(hasGap).toBe(false);
  });

  test('one that the schema does not call so tells the same again, behind a gap', async () => {
    const { heard, hasGap } = await hear('unmarkedNotes', ({ length }) => length === NOTES);
    expect(new Set(heard).size).toBeLessThan(heard.length);
    expect(hasGap).toBe(true);
  });
});

describe('what a lost upstream is asked for', () => {
  const BEGINNING = [
    { topic: 'a', number: 1 },
    { topic: 'b', number: 5 },
  ];
  const AFTER = 'subscription ($after: [NotePlace!]) { notes(after: $after) { number } }';
  const TICKS = 'subscription { ticks(after: 5) { at } }';

  let live: LiveServer;
  let client: RawSocket;
  beforeEach(async () => {
    live = await startLiveServer();
    client = await greet(live.url, 'Bearer user:ada');
  });
  afterEach(() => live.stop());

  async function follow(query: string, variables = {}): Promise<void> {
    client.send({ id: '1', type: 'subscribe', payload: { query, variables } });
    await until(() => live.upstreams.length === 1);
  }

  async function lose(): Promise<void> {
    const count = live.upstreams.length;
    live.upstreams.at(-1)?.lose();
    await until(() => live.upstreams.length > count);
  }

  const asked = () => live.upstreams.at(-1)?.request;
  const payload = async () => (await client.next()).payload;

  test('begins behind what was delivered, lane by lane, and keeps what the client gave of others', async () => {
    await follow(AFTER, { after: BEGINNING });
    expect(asked()?.variables).toEqual({ resumeAfter: BEGINNING });
    for (const each of [note('b', 6), note('c', 1), note('b', 7)]) {
      live.upstreams[0]?.send(each);
      // Nothing of what was added is told.
      expect(await payload()).toEqual({ data: { notes: { number: each.data.notes.number } } });
    }

    const now = [
      { topic: 'a', number: 1 },
      { topic: 'b', number: 7 },
      { topic: 'c', number: 1 },
    ];
    await lose();
    expect(asked()?.variables).toEqual({ resumeAfter: now });
    live.upstreams[1]?.send(note('a', 2));
    expect(await payload()).toEqual({ data: { notes: { number: 2 } } });
    await lose();
    expect(asked()?.variables).toEqual({
      resumeAfter: [...now.slice(1), { topic: 'a', number: 2 }],
    });
  });

  test('a place may be written in the document, with variables in it and in other arguments', async () => {
    const query = `subscription ($topic: ID!, $from: Int = 3, $other: String) {
      mine: notes(after: [{ topic: $topic, number: $from }], topic: $other) { resumePosition: text }
    }`;
    await follow(query, { topic: 'a', other: 'x' });
    expect(asked()?.variables).toEqual({
      other: 'x',
      resumeAfter: [{ topic: 'a', number: 3 }],
    });
    // The client has a name of its own like that.
    const names = { resumePosition: 'text', resumePosition_: 4, resumeLane: 'a' };
    live.upstreams[0]?.send({ data: { mine: names } });
    expect(await payload()).toEqual({ data: { mine: { resumePosition: 'text' } } });
    await lose();
    expect(asked()?.variables).toEqual({
      other: 'x',
      resumeAfter: [{ topic: 'a', number: 4 }],
    });
  });

  test('where there is one order, the argument is the place itself', async () => {
    await follow(TICKS);
    expect(asked()?.variables).toEqual({ resumeAfter: 5 });
    live.upstreams[0]?.send(tick(6));
    expect(await payload()).toEqual({ data: { ticks: { at: 6 } } });
    await lose();
    expect(asked()?.variables).toEqual({ resumeAfter: 6 });
  });

  test('who comes later with the same place begins there, also where viewers share', async () => {
    await follow(TICKS);
    live.upstreams[0]?.send(tick(6));
    await payload();
    const late = await greet(live.url);
    late.send({ id: '1', type: 'subscribe', payload: { query: TICKS } });
    await until(() => live.upstreams.length === 2);
    expect(asked()?.variables).toEqual({ resumeAfter: 5 });
  });

  test('without a place it is asked as before, and its next event comes behind a gap', async () => {
    await follow(AFTER);
    expect(asked()?.query).not.toContain('resume');
    live.upstreams[0]?.send(note('a', 1));
    await payload();
    await lose();
    expect(asked()?.variables).toEqual({});
    live.upstreams[1]?.send(note('a', 3));
    expect(await payload()).toMatchObject({ extensions: { gap: true } });
  });

  test('events that were dropped on their way from the subgraph are asked for again', async () => {
    await follow(AFTER, { after: BEGINNING });
    live.upstreams[0]?.send(note('b', 6));
    await payload();
    live.upstreams[0]?.send({ ...note('b', 9), extensions: { gap: true } });
    await until(() => live.upstreams.length === 2);
    expect(asked()?.variables).toEqual({ resumeAfter: [BEGINNING[0], { topic: 'b', number: 6 }] });
    expect(live.upstreams[0]?.isClosed()).toBe(true);
    live.upstreams[1]?.send(note('b', 7));
    expect(await payload()).toEqual({ data: { notes: { number: 7 } } });
  });

  test('an event that could not be answered is asked for again', async () => {
    await follow(AFTER, { after: BEGINNING });
    live.upstreams[0]?.send(note('b', 6));
    await payload();
    const away = { message: 'the database is away', extensions: { code: 'UNAVAILABLE' } };
    live.upstreams[0]?.send({ data: null, errors: [away] } as never);
    await until(() => live.upstreams.length === 2);
    expect(asked()?.variables).toEqual({ resumeAfter: [BEGINNING[0], { topic: 'b', number: 6 }] });
    live.upstreams[1]?.send(note('b', 7));
    expect(await payload()).toEqual({ data: { notes: { number: 7 } } });
  });

  test('one that fails for another reason ends the stream, and the client knows', async () => {
    await follow(AFTER, { after: BEGINNING });
    live.upstreams[0]?.send({ data: null, errors: [{ message: 'broken' }] } as never);
    expect(await payload()).toMatchObject({ errors: [{}] });
    expect((await client.next()).type).toBe('complete');
  });

  test('a client that reads too slowly is told to come back, with nothing left out before that', async () => {
    await follow('subscription { notes(after: []) { number text } }');
    const pad = 'x'.repeat(100_000);
    client.socket.pause();
    for (let number = 1; !(live.upstreams[0]?.isClosed() ?? false); number += 1) {
      const { notes } = note('a', number).data;
      live.upstreams[0]?.send({ data: { notes: { ...notes, text: pad } } });
      await nextTurn();
    }
    client.socket.resume();
    const messages = [await client.next()];
    while (messages.at(-1)?.type === 'next') messages.push(await client.next());
    expect(messages.pop()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
    expect(messages.length).toBeGreaterThan(32);
    expect(messages.map(({ payload: told }) => told)).toEqual(
      messages.map((_, index) => ({ data: { notes: { number: index + 1, text: pad } } })),
    );
  });

  test('from more lanes than are remembered it ends, and the client knows where to begin', async () => {
    await follow(AFTER, { after: [] });
    for (let lane = 0; lane <= 5_000; lane += 1) {
      live.upstreams[0]?.send(note(String(lane), 1));
      await payload();
    }
    live.upstreams[0]?.lose();
    expect(await client.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
  });
});

/** What a store of messages is asked for; each resolves when it is done. */
export interface MessageStore {
  name: string;
  /** Messages of these numbers, spread over conversations of very different lengths. */
  addMessages: (range: FillRange, say: (line: string) => void) => Promise<void>;
  newestPage: (conversation: number) => Promise<unknown>;
  /** 50 messages from the middle of a conversation. */
  deepPage: (conversation: number) => Promise<unknown>;
  /** Messages of many conversations in one durable write. */
  appendGroup: (conversations: readonly number[]) => Promise<unknown>;
  /** A word in 20 conversations; absent where the store cannot. */
  search?: (conversations: readonly number[]) => Promise<unknown>;
  bytes: () => Promise<number>;
  /** Of what is searched; absent where the store cannot. */
  wordBytes?: () => Promise<number>;
}

export interface FillRange {
  from: number;
  to: number;
  /** How many there will be in the end: of as many conversations. */
  of: number;
}

export interface Measured {
  store: string;
  messages: number;
  newestMs: string;
  deepMs: string;
  appendsPerSecond: number;
  searchMs: string;
  mbPerMillion: number;
  wordMbPerMillion: number | '-';
  fillSeconds: number;
}

const READS = 400;
const GROUP = 200;
const GROUPS = 100;
const SEARCHES = 60;
const OF_SEARCH = 20;

/** As many messages a conversation as fall to it: few have many, as people do. Shared by all stores. */
const CONVERSATIONS_PER_MESSAGE = 1 / 100;

export const conversationsOf = (messages: number): number =>
  Math.max(1, Math.round(messages * CONVERSATIONS_PER_MESSAGE));

/** At a tenth of all messages, at a third, and at all of them. */
const PARTS = [0.1, 1 / 3, 1];

/** Fills it in steps, and tells of each what reads and writes take: so it is seen how they grow. */
export async function* measureGrowth(
  store: MessageStore,
  messages: number,
  say: (line: string) => void,
): AsyncGenerator<Measured> {
  let from = 0;
  for (const part of PARTS) {
    const to = Math.round(messages * part);
    const filledFrom = performance.now();
    await store.addMessages({ from, to, of: messages }, say);
    const fillSeconds = Math.round((performance.now() - filledFrom) / 1_000);
    from = to;
    // Before the reads and writes: those add some more.
    const sizes = await sizesOf(store, to);
    yield { ...(await measureReads(store, messages)), messages: to, ...sizes, fillSeconds };
  }
}

async function sizesOf(store: MessageStore, messages: number) {
  const [bytes, wordBytes] = [await store.bytes(), await store.wordBytes?.()];
  return {
    mbPerMillion: Math.round(bytes / messages),
    wordMbPerMillion: wordBytes === undefined ? ('-' as const) : Math.round(wordBytes / messages),
  };
}

async function measureReads(store: MessageStore, messages: number) {
  const conversations = conversationsOf(messages);
  const any = () => Math.floor(Math.random() ** 2 * conversations);
  const several = (count: number) => [...new Set(Array.from({ length: count }, any))];

  const newest = await time(READS, () => store.newestPage(any()));
  const deep = await time(READS, () => store.deepPage(any()));
  const startedAt = performance.now();
  let appended = 0;
  for (let group = 0; group < GROUPS; group += 1) {
    const ids = several(GROUP);
    await store.appendGroup(ids);
    appended += ids.length;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { search } = store;
  return {
    store: store.name,
    newestMs: newest,
    deepMs: deep,
    appendsPerSecond: Math.round(appended / seconds),
    searchMs: search === undefined ? '-' : await time(SEARCHES, () => search(several(OF_SEARCH))),
  };
}

/** Median and 95th percentile, one call after the other. */
async function time(count: number, work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  times.sort((one, other) => one - other);
  const at = (part: number): string => (times[Math.floor(count * part)] ?? 0).toFixed(2);
  return `${at(0.5)} / ${at(0.95)}`;
}

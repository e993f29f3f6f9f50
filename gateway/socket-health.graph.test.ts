import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { signUp, signUpAdmin, type Person } from './testing/people.ts';
import { eventually } from './testing/shop.ts';

let graph: TestGraph;
let admin: Person;

beforeAll(async () => {
  graph = await startTestGraph();
  admin = await signUpAdmin(graph);
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

/** A gateway tells every two seconds. */
const STORY_MS = 60_000;

interface Sockets {
  state: string;
  gateways: number;
  open: number;
  opened: number;
  closed: number;
  closes: { code: number | null; meaning: string; count: number }[];
}

const FIELDS = `sockets { state gateways open opened closed closes { code meaning count } }`;

const readSockets = async () =>
  (
    await admin.client.get<{ chatActivity: { sockets: Sockets } }>(
      `{ chatActivity(minutes: 1) { ${FIELDS} } }`,
    )
  ).chatActivity.sockets;

test(
  'a socket that is opened shows up among those of all gateways, and why it was closed',
  async () => {
    await eventually(readSockets, ({ gateways, open }) => gateways === 1 && open === 0);
    const socket = createClient({
      url: `${graph.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
    });
    const shown = await eventually(readSockets, ({ open }) => open === 1);
    expect(shown).toEqual({
      state: 'HEALTHY',
      gateways: 1,
      open: 1,
      opened: 1,
      closed: 0,
      closes: [],
    });
    await socket.dispose();
    const left = await eventually(readSockets, ({ open }) => open === 0);
    expect(left.closes).toEqual([{ code: 1000, meaning: 'The client was done', count: 1 }]);
  },
  STORY_MS,
);

test(
  'it is followed live, on a socket that counts itself, by administrators alone',
  async () => {
    const SUBSCRIPTION = `subscription { chatActivityChanged { ${FIELDS} } }`;
    const seen = await admin.client.follow<{ chatActivityChanged: { sockets: Sockets } }>(
      SUBSCRIPTION,
      {},
      ({ chatActivityChanged: { sockets } }) => sockets.open > 0,
    );
    expect(seen.at(-1)?.chatActivityChanged.sockets).toMatchObject({ open: 1, gateways: 1 });
    const { client } = await signUp(graph);
    await expect(client.follow(SUBSCRIPTION, {}, () => true)).rejects.toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  },
  STORY_MS,
);

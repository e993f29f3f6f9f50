import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphAnswer<Data> {
  data: Data;
  errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
}

/** A client that shares no code with the product's own. */
export interface TestClient {
  /** The whole answer, errors included. */
  ask: <Data>(query: string, variables?: object) => Promise<GraphAnswer<Data>>;
  /** The data; throws when the answer has errors. */
  get: <Data>(query: string, variables?: object) => Promise<Data>;
  /** Collects the events of a subscription until `isLast` says so. */
  follow: <Data>(
    query: string,
    variables: object,
    isLast: (data: Data) => boolean,
  ) => Promise<Data[]>;
}

const FOLLOW_MS = 30_000;

export interface TestClientOptions {
  url: string;
  accessToken?: string | undefined;
  /** What the product has logged, for the message of a test that fails. */
  logged?: () => string;
}

export function createTestClient({
  url,
  accessToken,
  logged = () => '',
}: TestClientOptions): TestClient {
  const authorization = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };

  async function ask<Data>(query: string, variables: object = {}): Promise<GraphAnswer<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphAnswer<Data>;
  }

  return {
    ask,

    async get<Data>(query: string, variables?: object) {
      const { data, errors } = await ask<Data>(query, variables);
      if (errors !== undefined) throw new Error(`${JSON.stringify(errors)}\n${logged()}`);
      return data;
    },

    async follow<Data>(query: string, variables: object, isLast: (data: Data) => boolean) {
      const socket = createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: authorization,
        retryAttempts: 0,
      });
      const seen: Data[] = [];
      const impatience = setTimeout(() => void socket.dispose(), FOLLOW_MS);
      try {
        const events = socket.iterate<Data>({ query, variables: { ...variables } });
        for await (const { data, errors } of events) {
          if (errors !== undefined) throw new Error(JSON.stringify(errors));
          if (data == null) continue;
          seen.push(data);
          if (isLast(data)) return seen;
        }
        throw new Error(`the stream ended after ${JSON.stringify(seen.slice(-3))}`);
      } finally {
        clearTimeout(impatience);
        await socket.dispose();
      }
    },
  };
}

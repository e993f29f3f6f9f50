import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Speaks to the public endpoint as any client would. */
export interface Graph {
  /** The data of an operation; throws when the answer has errors. */
  get: <Data>(query: string, variables: object, accessToken?: string) => Promise<Data>;
  /** Follows a subscription until an event `isWanted`, and gives that one. */
  waitFor: <Data>(
    query: string,
    variables: object,
    accessToken: string,
    isWanted: (data: Data) => boolean,
  ) => Promise<Data>;
}

const ANSWER_MS = 30_000;

export function createGraph(url: string): Graph {
  return {
    async get<Data>(query: string, variables: object, accessToken?: string) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        signal: AbortSignal.timeout(ANSWER_MS),
        headers: {
          'content-type': 'application/json',
          ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },

    async waitFor<Data>(
      query: string,
      variables: object,
      accessToken: string,
      isWanted: (data: Data) => boolean,
    ) {
      const socket = createClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${accessToken}` },
        retryAttempts: 0,
      });
      const impatience = setTimeout(() => void socket.dispose(), ANSWER_MS);
      try {
        const events = socket.iterate<Data>({ query, variables: { ...variables } });
        for await (const { data, errors } of events) {
          if (errors !== undefined) throw new Error(JSON.stringify(errors));
          if (data != null && isWanted(data)) return data;
        }
        throw new Error('the stream ended before the event that was waited for');
      } finally {
        clearTimeout(impatience);
        await socket.dispose();
      }
    },
  };
}

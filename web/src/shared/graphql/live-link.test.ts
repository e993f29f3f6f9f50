import { ApolloLink, gql, type ApolloClient } from '@apollo/client';
import { createLiveLink, type LiveContext } from './live-link.ts';
import type { LiveClient } from './live-client.ts';

const UPDATED = Object.assign(
  gql`
    subscription Updated {
      updated
    }
  `,
  { __meta__: { hash: 'abc' } },
);

type Sink = Parameters<LiveClient['subscribe']>[1];

function openStream(context: LiveContext = {}) {
  const requests: unknown[] = [];
  const sinks: Sink[] = [];
  let left = 0;
  const client: LiveClient = {
    subscribe: (request, sink) => {
      requests.push(request);
      sinks.push(sink);
      return () => {
        left += 1;
      };
    },
    terminate: () => undefined,
  };
  const heard: unknown[] = [];
  const subscription = ApolloLink.execute(
    createLiveLink(client),
    { query: UPDATED, context },
    { client: {} as ApolloClient },
  ).subscribe({
    next: (result) => heard.push(result.data),
    error: (error: unknown) => heard.push(error),
    complete: () => heard.push('complete'),
  });
  return { requests, sinks, heard, subscription, countLeft: () => left };
}

test('a subscription is asked for by its hash, without its text', () => {
  const { requests } = openStream();
  expect(requests).toEqual([
    {
      query: '',
      operationName: 'Updated',
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } },
    },
  ]);
});

test('a refusal that asking again does not change ends the subscription', () => {
  const { sinks, heard } = openStream();
  sinks[0]?.next({ data: { updated: 1 } });
  sinks[0]?.error([{ message: 'Not yours.', extensions: { code: 'FORBIDDEN' } }]);
  expect(heard[0]).toEqual({ updated: 1 });
  expect(String(heard[1])).toContain('Not yours.');
});

test('a subscription that the server lost is opened again', async () => {
  const { sinks, requests, heard, subscription } = openStream();
  sinks[0]?.error([{ message: 'New schema.', extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }]);
  await until(() => requests.length === 2);
  sinks[1]?.next({ data: { updated: 2 } });
  expect(heard).toEqual([{ updated: 2 }]);
  subscription.unsubscribe();
});

test('who leaves is left alone', () => {
  const { subscription, countLeft } = openStream();
  subscription.unsubscribe();
  expect(countLeft()).toBe(1);
});

const LOOK_EVERY_MS = 20;
const LOOKS = 200;

async function until(isSo: () => boolean): Promise<void> {
  for (let look = 0; look < LOOKS && !isSo(); look += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS);
    });
  }
}

test('a subscription that goes on where it is says so each time it is written to a socket', () => {
  let position = 3;
  const { requests } = openStream({ variablesNow: () => ({ after: position }) });
  const written = () => JSON.parse(JSON.stringify(requests[0])) as { variables: unknown };
  expect(written().variables).toEqual({ after: 3 });
  position = 7;
  expect(written().variables).toEqual({ after: 7 });
});

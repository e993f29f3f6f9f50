import type { RefreshSessionMutation } from '#schema/operations/generated/graphql.ts';
import { graphql } from '#schema/operations/generated/gql.ts';
import type { Exchange } from '../session/session-store.ts';
import { persistedQuery } from './document-hash.ts';
import { hasCode } from './errors.ts';

const REFRESH_SESSION = graphql(`
  mutation RefreshSession($input: RefreshSessionInput!) {
    refreshSession(input: $input) {
      ... on Session {
        accessToken
        expiresAt
        refreshToken
        user {
          id
          name
          roles
        }
      }
      ... on SessionEnded {
        message
      }
    }
  }
`);

type Answer = {
  data?: RefreshSessionMutation | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
};

/** Exchanges a refresh token, outside Apollo Client: its links wait for the outcome. */
export async function exchangeRefreshToken(refreshToken: string): Promise<Exchange> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      operationName: 'RefreshSession',
      variables: { input: { refreshToken } },
      extensions: persistedQuery(REFRESH_SESSION),
    }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data, errors } = (await response.json()) as Answer;
  if (!data) {
    if (hasCode(errors, 'BAD_USER_INPUT')) return { kind: 'ended' };
    throw new Error(errors?.[0]?.message ?? `Renewing the session failed: ${response.status}`);
  }
  const outcome = data.refreshSession;
  if (outcome.__typename === 'SessionEnded') return { kind: 'ended' };
  const { accessToken, expiresAt, refreshToken: next, user } = outcome;
  return { kind: 'renewed', session: { accessToken, expiresAt, refreshToken: next, user } };
}

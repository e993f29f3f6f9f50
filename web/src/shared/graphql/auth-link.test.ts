import { ApolloLink, gql, type ApolloClient } from '@apollo/client';
import { firstValueFrom, of } from 'rxjs';
import { createAuthLink } from './auth-link.ts';

const ME = gql`
  query Me {
    me {
      id
    }
  }
`;

const ok: ApolloLink.Result = { data: { me: { id: 'ada' } } };
const refused: ApolloLink.Result = {
  data: null,
  errors: [{ message: 'The token has expired.', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** Runs one query behind the link, against a server that answers in this order. */
async function ask(
  accessToken: (rejected?: string) => string | undefined,
  ...answers: ApolloLink.Result[]
) {
  const sent: unknown[] = [];
  const server = new ApolloLink((operation) => {
    sent.push(operation.getContext()['headers']);
    return of(answers[sent.length - 1] ?? ok);
  });
  const link = createAuthLink({ accessToken: async (rejected) => accessToken(rejected) }).concat(
    server,
  );
  const client = {} as ApolloClient;
  const result = await firstValueFrom(ApolloLink.execute(link, { query: ME }, { client }));
  return { result, sent };
}

test('a visitor without a session asks without a token, and a refusal is the answer', async () => {
  const { result, sent } = await ask(() => undefined, refused);
  expect(sent).toEqual([{}]);
  expect(result).toBe(refused);
});

test('a refused token is renewed, and the question asked once more', async () => {
  const { result, sent } = await ask((rejected) => (rejected ? 'new' : 'old'), refused, ok);
  expect(sent).toEqual([{ authorization: 'Bearer old' }, { authorization: 'Bearer new' }]);
  expect(result).toBe(ok);
});

test('a second refusal is the answer: nothing loops', async () => {
  const { result, sent } = await ask(
    (rejected) => (rejected ? 'new' : 'old'),
    refused,
    refused,
    ok,
  );
  expect(sent).toHaveLength(2);
  expect(result).toBe(refused);
});

test('a session that ended lets the refusal through', async () => {
  const { result, sent } = await ask((rejected) => (rejected ? undefined : 'old'), refused, ok);
  expect(sent).toHaveLength(1);
  expect(result).toBe(refused);
});

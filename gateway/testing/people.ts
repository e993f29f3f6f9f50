import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestClient } from '../../host/testing/test-client.ts';
import type { TestGraph } from '../../host/testing/test-graph.ts';

/** Somebody who has signed up, and what they can do. */
export interface Person {
  client: TestClient;
  accessToken: string;
  userId: string;
  email: string;
  refreshToken: string;
}

export const PASSWORD = 'correct horse battery';

export const SESSION = `... on Session { accessToken refreshToken user { id } }`;

interface SessionAnswer {
  accessToken: string;
  refreshToken: string;
  user: { id: string };
}

export async function signUp(graph: TestGraph, name = 'Ada'): Promise<Person> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@plaza.example`;
  const { register } = await graph
    .client()
    .get<{ register: SessionAnswer }>(
      `mutation ($input: RegisterInput!) { register(input: $input) { ${SESSION} } }`,
      { input: { email, password: PASSWORD, name } },
    );
  return {
    client: graph.client(register.accessToken),
    accessToken: register.accessToken,
    userId: register.user.id,
    email,
    refreshToken: register.refreshToken,
  };
}

export async function signIn(graph: TestGraph, email: string): Promise<Person> {
  const { login } = await graph
    .client()
    .get<{ login: SessionAnswer }>(
      `mutation ($input: LoginInput!) { login(input: $input) { ${SESSION} } }`,
      { input: { email, password: PASSWORD } },
    );
  const { accessToken, refreshToken, user } = login;
  return { client: graph.client(accessToken), accessToken, userId: user.id, email, refreshToken };
}

/** The first administrator of a graph has nobody to appoint them. */
export async function signUpAdmin(graph: TestGraph): Promise<Person> {
  const { email } = await signUp(graph, 'Grace');
  await runSql(
    graph.databaseUrl('accounts'),
    `update "user" set roles = array['CUSTOMER', 'ADMIN'] where email = $1`,
    [email],
  );
  return signIn(graph, email);
}

export async function runSql<Row>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}

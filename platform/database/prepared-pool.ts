import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { arrayLiteral } from './array-literal.ts';
import { rowsToCome, waitingOf } from './later.ts';
import { createTravel } from './travel.ts';

/** Most statements that are prepared in a process; each costs every connection some 20 kB. Others are planned each time. */
const MAX_STATEMENTS = 300;
/** "cached plan must not change result type": a migration has changed a table under the statement. */
const PLAN_OUTDATED = '0A000';

/**
 * A pool whose connections prepare what they run inside of transactions, so that PostgreSQL parses and plans it
 * once a connection and not each time: planning is a fifth of what an order costs it. Transactions look rows up by
 * their keys, and their texts are the same for any number of rows.
 *
 * The begin of a transaction, and statements whose answer is not waited for (`executeLater`, `executeWithNext`), travel with the
 * next one.
 *
 * What runs outside of a transaction is planned for its values: lists and searches need the plan that fits what
 * they look for.
 *
 * A plan is as old as its connection, and may have been made for an empty table: give the pool a `maxUses`.
 */
export function preparedPool(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const prepared = new WeakMap<PoolClient, PostgresPoolClient>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MAX_STATEMENTS) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
    return name;
  }

  return {
    async connect() {
      const client = await pool.connect();
      // The same for the same connection: the driver knows it again.
      const known = prepared.get(client) ?? prepareIn(client, nameOf);
      prepared.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function prepareIn(
  client: PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let isInTransaction = false;
  let isOutdated = false;
  const travel = createTravel(client);

  async function submit(
    text: string,
    values: readonly unknown[],
    name: string | undefined,
  ): Promise<QueryResult> {
    try {
      return await client.query({ text, values: values.map(toDriver), ...(name && { name }) });
    } catch (error) {
      isOutdated ||= name !== undefined && codeOf(error) === PLAN_OUTDATED;
      throw error;
    }
  }

  async function query<Row>(
    text: string,
    values: readonly unknown[],
  ): Promise<PostgresQueryResult<Row>> {
    const name = isInTransaction && values.length > 0 ? nameOf(text) : undefined;
    if (values.length === 0) isInTransaction = staysInTransaction(text, isInTransaction);
    const send = () => submit(text, values, name);
    const waiting = isInTransaction ? waitingOf(text) : undefined;
    if (text === 'begin' || waiting === 'LATER') {
      travel.hold(send);
      return NOTHING;
    }
    if (waiting === 'WITH_NEXT') {
      const { rows, come } = rowsToCome<Row>();
      travel.hold(async () => come((await send()).rows as Row[]));
      return { ...NOTHING, rows };
    }
    const result = await travel.go(send, text === 'rollback');
    if (text === 'commit' && result.command !== 'COMMIT') {
      throw new Error('a transaction of which a statement has failed was not committed');
    }
    return result as unknown as PostgresQueryResult<Row>;
  }

  return {
    // Cursors, the other thing that a client takes, are not used.
    query: query as PostgresPoolClient['query'],
    release() {
      travel.end();
      client.release(isOutdated);
    },
  };
}

const toDriver = (value: unknown): unknown =>
  Array.isArray(value) ? (arrayLiteral(value) ?? value) : value;

const NOTHING = { command: 'SELECT' as const, rowCount: 0, rows: [] };

function staysInTransaction(text: string, isInTransaction: boolean): boolean {
  if (text === 'begin' || text.startsWith('start transaction')) return true;
  if (text === 'commit' || text === 'rollback') return false;
  return isInTransaction;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

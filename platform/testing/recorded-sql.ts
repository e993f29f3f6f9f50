import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
} from 'kysely';

const done = () => Promise.resolve();

/** A database that keeps the statements and answers each with `answer`, nothing when left out. */
export function createRecordedDatabase<Tables>(
  answer: (query: CompiledQuery) => readonly object[] = () => [],
): { db: Kysely<Tables>; takeSql: () => string[] } {
  let statements: string[] = [];
  const connection: DatabaseConnection = {
    executeQuery(query: CompiledQuery) {
      statements.push(query.sql);
      return Promise.resolve({ rows: answer(query) as never[] });
    },
    streamQuery() {
      throw new Error('a recorded database streams nothing');
    },
  };
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: done,
        acquireConnection: () => Promise.resolve(connection),
        beginTransaction: done,
        commitTransaction: done,
        rollbackTransaction: done,
        releaseConnection: done,
        destroy: done,
      }),
    },
  });
  return {
    db,
    takeSql() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}

const CLAUSES = / (from|where|order by|limit|union all|cross join|left join|inner join) /g;

/** Statements under the names of what asks them, as a file that people read and hand to `explain`. */
export function toSqlFile(title: string, queries: ReadonlyMap<string, readonly string[]>): string {
  const parts = Array.from(queries, ([name, statements]) => {
    const lines = statements.map(
      (sql) => `${sql.replaceAll(/\s+/g, ' ').trim().replaceAll(CLAUSES, '\n  $1 ')};`,
    );
    return [`-- ${name}`, ...lines].join('\n');
  });
  return `${[`-- ${title}`, ...parts].join('\n\n')}\n`;
}

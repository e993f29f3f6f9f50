import type { Client } from 'pg';
import { listDoneChunks, recordChunk } from './seed-record.ts';
import type { LoadChunk, SeedDatabase, SeedStep } from './seed-step.ts';

export type Clients = Record<SeedDatabase, Client>;

/**
 * Each lane makes a chunk while the server still takes those of the others: both of two processors have
 * something to do. A chunk that only one of its databases has, because the run was ended between them, is made
 * again for the other.
 */
export async function runStep(
  lanes: readonly Clients[],
  step: SeedStep,
  report: (rowsDone: number) => void,
): Promise<void> {
  const [first] = lanes;
  if (first === undefined) throw new Error('there is no lane to run in');
  const done = await Promise.all(
    step.databases.map(async (database) => ({
      database,
      chunks: await listDoneChunks(first[database], step.name),
    })),
  );
  const missing = (chunk: number) =>
    done.filter(({ chunks }) => !chunks.has(chunk)).map(({ database }) => database);

  let next = 0;
  let rowsDone = 0;
  await Promise.all(
    lanes.map(async (clients) => {
      for (let chunk = next++; chunk * step.chunkSize < step.rows; chunk = next++) {
        const from = chunk * step.chunkSize;
        const to = Math.min(from + step.chunkSize, step.rows);
        await runChunk(clients, step, { chunk, from, to }, missing(chunk));
        report((rowsDone += to - from));
      }
    }),
  );
}

async function runChunk(
  clients: Clients,
  step: SeedStep,
  { chunk, from, to }: { chunk: number; from: number; to: number },
  databases: readonly SeedDatabase[],
): Promise<void> {
  if (databases.length === 0) return;
  const loads = await step.make(from, to);
  await Promise.all(
    databases.map((database) => {
      const load = loads[database];
      if (load === undefined) throw new Error(`${step.name} has nothing for ${database}`);
      return commitChunk(clients[database], load, (client) =>
        recordChunk(client, step.name, chunk),
      );
    }),
  );
}

async function commitChunk(client: Client, load: LoadChunk, record: LoadChunk): Promise<void> {
  await inTransaction(client, async () => {
    await load(client);
    await record(client);
  });
}

export async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    // The first error says more than that the connection is gone too.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

import type { Client } from 'pg';
import { listDeferred, restore, settle, type Deferred } from './deferred.ts';
import type { Clients } from './run-step.ts';
import type { SeedDatabase } from './seed-step.ts';

type Report = (step: string, done: number, total: number) => void;

interface Work {
  /** Works of one group wait for those of the groups before. */
  group: number;
  database: SeedDatabase;
  run: (client: Client) => Promise<void>;
}

/** Of one session; each lane has one that builds at a time. */
const BUILD_MEMORY = '1GB';

/** Cleans up behind the load, builds what was put off, and tells the planner what there is. */
export async function finishDatabases(
  lanes: readonly Clients[],
  largeTables: Partial<Record<SeedDatabase, readonly string[]>>,
  report: Report,
): Promise<void> {
  for (const client of lanes.flatMap((lane) => Object.values(lane))) {
    await client.query(
      `set maintenance_work_mem = '${BUILD_MEMORY}'; set max_parallel_maintenance_workers = 0`,
    );
  }
  const [first] = lanes;
  if (first === undefined) return;

  const works: Work[] = [];
  for (const database of Object.keys(first) as SeedDatabase[]) {
    const tables = largeTables[database];
    if (tables === undefined) continue;
    for (const table of tables) {
      works.push({ group: 0, database, run: (client) => settle(client, table) });
    }
    for (const deferred of await listDeferred(first[database])) {
      works.push({
        group: groupOf(deferred),
        database,
        run: (client) => restore(client, deferred),
      });
    }
  }
  await runInGroups(lanes, works, report);
  for (const client of Object.values(first)) await client.query('analyze');
}

function groupOf({ kind }: Deferred): number {
  if (kind === 'FOREIGN_KEY') return 3;
  return kind === 'WHOLE' ? 2 : 1;
}

async function runInGroups(
  lanes: readonly Clients[],
  works: readonly Work[],
  report: Report,
): Promise<void> {
  let done = 0;
  for (const group of [0, 1, 2, 3]) {
    const queue = works.filter((work) => work.group === group);
    await Promise.all(
      lanes.map(async (clients) => {
        for (let work = queue.shift(); work !== undefined; work = queue.shift()) {
          await work.run(clients[work.database]);
          report('indexes', ++done, works.length);
        }
      }),
    );
  }
}

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUBGRAPHS = fileURLToPath(new URL('../subgraphs/', import.meta.url));

/** Each folder that can be started as a process of its own. */
export function subgraphNames(): string[] {
  return readdirSync(SUBGRAPHS)
    .filter((name) => existsSync(`${SUBGRAPHS}${name}/main.ts`))
    .toSorted();
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Composes the subgraphs' schemas into `schema/` when they have changed since the last time: `stamp`
 * holds the hash of the schemas that the supergraph is known to be made of.
 */
export async function composeIfStale(
  root: string,
  subgraphs: readonly string[],
  stamp: string,
): Promise<void> {
  const hash = createHash('sha256');
  const sources = subgraphs.map((name) => `subgraphs/${name}/schema.graphql`);
  // Every subgraph adds it to its own.
  const shared = 'platform/messaging/message-desk.graphql';
  for (const file of [...sources, shared, 'schema/supergraph.graphql']) {
    hash.update(existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`) : '');
  }
  const digest = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  // Loaded only when needed: composition is a large package.
  const { composeSupergraph } = await import('../platform/graphql/compose.ts');
  const { files, errors } = composeSupergraph(`${root}/subgraphs`);
  if (files === undefined) throw new Error(['the subgraphs do not compose:', ...errors].join('\n'));
  if (readFileSync(`${root}/schema/supergraph.graphql`, 'utf8') !== files.supergraph) {
    await writeFile(`${root}/schema/supergraph.graphql`, files.supergraph);
    await writeFile(`${root}/schema/api.graphql`, files.api);
    return;
  }
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, digest);
}

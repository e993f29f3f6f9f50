import { readFileSync, writeFileSync } from 'node:fs';
import { composeSupergraph } from '../platform/graphql/compose.ts';

// Composes every subgraph into schema/, where the result is checked in so that a review shows it.
const isCheck = process.argv.includes('--check');
const { files, errors, hints } = composeSupergraph('subgraphs');
for (const problem of [...errors, ...hints]) console.error(problem);

if (files === undefined) process.exitCode = 1;
else {
  place('schema/supergraph.graphql', files.supergraph);
  place('schema/api.graphql', files.api);
}

function place(file: string, content: string): void {
  if (!isCheck) return writeFileSync(file, content);
  if (readFileSync(file, 'utf8') === content) return;
  console.error(`${file} is not what the subgraphs compose to: run npm run compose`);
  process.exitCode = 1;
}

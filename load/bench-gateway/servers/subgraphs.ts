import { subgraphs } from '../shop/subgraphs.ts';
import { createRun } from './execute-compiled.ts';
import { serveJson } from './serve-json.ts';

// The four subgraphs over HTTP: node subgraphs.ts <a port each>
const ports = process.argv.slice(2).map(Number);
for (const [index, { schema }] of subgraphs.entries()) {
  serveJson(await createRun(schema), ports[index] ?? 0);
}

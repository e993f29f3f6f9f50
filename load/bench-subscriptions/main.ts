import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { measure, type Measured } from './measure.ts';
import { startHelper } from './processes.ts';
import { describe, writeResults } from './report.ts';
import { PRIVATE_OPERATION, PRODUCTS, PUBLIC_OPERATION, TICKS } from './schemas.ts';

// How fast one event reaches many sockets, and what a socket costs: as a group, and resolved for each.
const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
    // Measures what has this text in its name.
    only: { type: 'string', default: '' },
  },
});
/** Files that a process needs beside its sockets. */
const SPARE_FILES = 200;
const TARGET = { p99Ms: 500, socketKb: 30 };

const wanted = Number(values.sockets);
const maxFiles = Number(execSync('ulimit -n', { encoding: 'utf8', shell: '/bin/sh' }));
const sockets = Math.min(wanted, maxFiles - SPARE_FILES);
if (sockets < wanted) {
  console.error(`ulimit -n is ${maxFiles}: ${sockets} sockets in place of ${wanted}`);
}
console.log(
  `target on one topic: p99 under ${TARGET.p99Ms} ms, at most ${TARGET.socketKb} KB a socket`,
);

const dir = mkdtempSync(join(tmpdir(), 'bench-subscriptions-'));
const subgraphs = startHelper('subgraphs.ts');
try {
  const { urls } = await subgraphs.next<{ kind: 'ready'; urls: Record<string, string> }>('ready');
  const supergraphFile = join(dir, 'supergraph.graphql');
  writeFileSync(supergraphFile, compose(urls));

  const keys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const signingKey = await exportPKCS8(keys.privateKey);
  const env = {
    AUTH_PUBLIC_KEY: await exportSPKI(keys.publicKey),
    GATEWAY_MAX_SOCKETS: '100000',
    GATEWAY_MAX_SOCKETS_PER_ADDRESS: '100000',
    GATEWAY_MAX_SOCKETS_PER_VIEWER: '100000',
    GATEWAY_MAX_OPERATIONS_PER_VIEWER: '100000',
    SUPERGRAPH_POLL_MS: '0',
  };
  const results: Measured[] = [];
  for (const scenario of [
    { name: 'one public topic', query: PUBLIC_OPERATION, upstreams: 1 },
    { name: 'a private topic each', query: PRIVATE_OPERATION, upstreams: sockets, signingKey },
  ]) {
    if (!scenario.name.includes(values.only)) continue;
    results.push(await measure({ sockets, ...scenario }, { supergraphFile, subgraphs, env }));
  }
  const text = describe(results);
  console.log(text);
  if (values.write) await writeResults('docs/benchmarks.md', text);

  const [shared] = results;
  const isMet =
    shared !== undefined &&
    shared.p99Ms < TARGET.p99Ms &&
    shared.socketBytes / 1024 <= TARGET.socketKb &&
    results.every(({ missing }) => missing === 0);
  console.log(isMet ? 'the target is met' : 'the target is NOT met');
  if (!isMet) process.exitCode = 1;
} finally {
  await subgraphs.stop();
  rmSync(dir, { recursive: true, force: true });
}

function compose({ ticks = '', products = '' }: Record<string, string>): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'ticks', url: ticks, typeDefs: parse(TICKS) },
    { name: 'products', url: products, typeDefs: parse(PRODUCTS) },
  ]);
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}

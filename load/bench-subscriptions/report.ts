import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { format } from 'prettier';
import type { Measured } from './measure.ts';

const START = '<!-- bench:subscriptions -->';
const END = '<!-- /bench:subscriptions -->';

/** The results as Markdown. */
export function describe(results: readonly Measured[]): string {
  const rows = results.map(
    ({ name, sockets, p50Ms, p99Ms, maxMs, socketBytes, missing, ...cpu }) =>
      `| ${name} | ${sockets} | ${p50Ms.toFixed(0)} | ${p99Ms.toFixed(0)} | ${maxMs.toFixed(0)} | ${(socketBytes / 1024).toFixed(1)} | ${cpu.cpuMsAnEvent.toFixed(0)} | ${cpu.subgraphMsAnEvent.toFixed(0)} | ${cpu.driverMsAnEvent.toFixed(0)} | ${missing} |`,
  );
  return [
    `One event to every socket, ${results[0]?.events ?? 0} times; ${cpus().length} cores, Node ${process.versions.node}; gateway, subgraphs and driver in a process each. Delivery is`,
    'from the subgraph that sends to the client that has received, and holds what another subgraph adds to the event.',
    '',
    '| scenario | sockets | p50 ms | p99 ms | max ms | KB a socket | gateway CPU ms an event | subgraphs CPU ms | driver CPU ms | not delivered |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
    ...compare(results),
  ].join('\n');
}

function compare([shared, own]: readonly Measured[]): string[] {
  if (shared === undefined || own === undefined) return [];
  const cpu = own.cpuMsAnEvent / shared.cpuMsAnEvent;
  const time = own.p99Ms / shared.p99Ms;
  return [
    '',
    `Resolving for each client takes ${cpu.toFixed(1)} times the CPU and ${time.toFixed(1)} times the time (p99) of a group.`,
  ];
}

/** Puts the results in place of the last ones. */
export async function writeResults(file: string, text: string): Promise<void> {
  const section = `${START}\n## Subscriptions\n\n\`npm run bench:subscriptions\`, ${new Date().toISOString().slice(0, 10)}:\n\n${text}\n\n${END}`;
  const content = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  const start = content.indexOf(START);
  const end = content.indexOf(END);
  const next =
    start < 0 || end < 0
      ? `${content.trimEnd()}\n\n${section}\n`
      : content.slice(0, start) + section + content.slice(end + END.length);
  writeFileSync(file, await format(next, { parser: 'markdown' }));
}

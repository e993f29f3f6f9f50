import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { RecordableHistogram } from 'node:perf_hooks';
import type { Judgement } from '../scenarios/scenario.ts';

export interface LiveResult {
  title: string;
  conditions: string;
  judgements: readonly Judgement[];
  latency: ReadonlyMap<string, RecordableHistogram>;
  failures: ReadonlyMap<string, number>;
  facts: readonly string[];
}

/** Of microseconds. */
const ms = (value: number): string => (value / 1_000).toFixed(value < 10_000 ? 1 : 0);

export function describeLive(result: LiveResult): string {
  const { title, conditions, judgements, latency, failures, facts } = result;
  const isMet = judgements.every((judgement) => judgement.isMet);
  return [
    `# ${title}: ${isMet ? 'met' : 'not met'}`,
    '',
    ...judgements.map(({ what, isMet: met }) => `- ${met ? 'met' : '**missed**'}: ${what}`),
    '',
    `Conditions, ${new Date().toISOString()}: Node ${process.versions.node}, ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}; ${conditions}.`,
    '',
    '| what | count | p50 ms | p95 ms | p99 ms | slowest ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Array.from(latency, ([name, each]) => {
      const row = [50, 95, 99].map((percent) => ms(each.percentile(percent)));
      return `| ${name} | ${each.count} | ${row.join(' | ')} | ${each.count === 0 ? '–' : ms(each.max)} |`;
    }),
    '',
    ...facts.map((fact) => `- ${fact}`),
    ...Array.from(failures, ([kind, times]) => `- answered with ${kind}: ${times} times`),
    '',
  ].join('\n');
}

/** Prints and writes it; gives the exit code. */
export async function reportLive(
  reports: string,
  name: string,
  result: LiveResult,
): Promise<number> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = join(reports, `${name}-${time}`);
  const text = describeLive(result);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.md'), text);
  console.log(`\n${text}\n${join(folder, 'report.md')}`);
  return result.judgements.every(({ isMet }) => isMet) ? 0 : 2;
}

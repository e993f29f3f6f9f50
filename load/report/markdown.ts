import { cpus, loadavg, totalmem } from 'node:os';
import type { RecordableHistogram } from 'node:perf_hooks';
import { describeTarget, failureShareOf } from '../judge-run.ts';
import type { LoadArguments } from '../read-arguments.ts';
import type { RunResult } from '../run-scenario.ts';

/** The report for people; the picture lies beside it. */
export function describeRun(
  { scenario, options, site, drivers }: LoadArguments,
  result: RunResult,
): string {
  const { total, settled, judgements, invariants, cpu, seconds, timeline } = result;
  const orders = total.outcomes.get('Order') ?? 0;
  const wasMet = judgements.every(({ isMet }) => isMet);
  return [
    `# ${scenario.name}: ${wasMet && invariants.holds ? 'met' : 'not met'}`,
    '',
    `${scenario.says}. Target: ${describeTarget(scenario.target)}.`,
    '',
    ...judgements.map(({ what, isMet }) => `- ${isMet ? 'met' : '**missed**'}: ${what}`),
    `- ${invariants.holds ? 'met: all invariants hold' : '**broken invariants**, see below'}`,
    '',
    `![latency and throughput](picture.svg)`,
    '',
    `Conditions, ${new Date().toISOString()}: Node ${process.versions.node}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ` +
      `load average ${loadavg()[0]?.toFixed(1)}; \`${site.join(' ')}\`, ${options.rate}/s for ${options.seconds} s by ${options.users} people, ${rehearsalOf(options)}${drivers} driver thread(s).`,
    '',
    '## Latency',
    '',
    'From the moment at which a journey was to begin (or the answer before, for its later steps), so a late start counts.',
    '',
    '| what | count | p50 ms | p90 ms | p95 ms | p99 ms | p99.9 ms | slowest ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...Array.from(total.latency, ([name, latency]) => latencyRow(name, latency)),
    latencyRow('whole journey', total.journey),
    '',
    '## Answers',
    '',
    `${total.ended} journeys in ${seconds.toFixed(1)} s, ${(total.ended / seconds).toFixed(0)} a second; ${orders} orders, ${(orders / seconds).toFixed(0)} a second; ${(failureShareOf(total, scenario.target) * 100).toFixed(2)} % failed.`,
    '',
    ...table('answer', total.outcomes),
    ...(total.failures.size === 0
      ? []
      : [
          'Requests that failed (and were sent again, where the scenario does that):',
          '',
          ...table('failure', total.failures),
        ]),
    '## Behind the answers',
    '',
    `- consumer lag at the end: ${settled.lagAtEnd} events${settled.lagAtEnd === 0 ? '' : `, of ${settled.lagOf}`}`,
    `- every order paid or cancelled: ${after(settled.paidAfterMs)}; all of it at rest: ${after(settled.endedAfterMs)}`,
    `- orders that were paid: ${settled.confirmed}; cancelled: ${settled.cancelled}`,
    `- processor time: driver ${cpu.driver.toFixed(1)} s (${((cpu.driver / seconds) * 100).toFixed(0)} % of a core, ${((cpu.driver / Math.max(1, total.requests)) * 1e6).toFixed(0)} µs a request), ` +
      `product ${cpu.product.toFixed(1)} s (${((cpu.product / Math.max(1, total.ended)) * 1000).toFixed(2)} ms a journey)`,
    ...(timeline.notes.length === 0 ? [] : ['', '## What was done to it', '']),
    ...timeline.notes.map(({ second, text }) => `- ${second.toFixed(1)} s: ${text}`),
    '',
    '## Invariants',
    '',
    '```',
    invariants.text.trimEnd(),
    '```',
    '',
  ].join('\n');
}

/** Of microseconds. */
const ms = (value: number): string => (value / 1000).toFixed(value < 10_000 ? 1 : 0);

function latencyRow(name: string, latency: RecordableHistogram): string {
  const percentiles = [50, 90, 95, 99, 99.9].map((each) => ms(latency.percentile(each)));
  return `| ${name} | ${latency.count} | ${percentiles.join(' | ')} | ${latency.count === 0 ? '–' : ms(latency.max)} |`;
}

function table(title: string, counts: ReadonlyMap<string, number>): string[] {
  const rows = Array.from(counts).toSorted(([, a], [, b]) => b - a);
  return [
    `| ${title} | times |`,
    '| --- | --- |',
    ...rows.map(([name, times]) => `| ${name} | ${times} |`),
    '',
  ];
}

const after = (passed: number | undefined): string =>
  passed === undefined ? 'not within the limit' : `${(passed / 1000).toFixed(1)} s later`;

const rehearsalOf = ({ rehearsalSeconds }: { rehearsalSeconds: number }): string =>
  rehearsalSeconds === 0 ? '' : `after ${rehearsalSeconds} s of rehearsal, `;

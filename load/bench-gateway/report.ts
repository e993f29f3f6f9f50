import type { Measurement } from './measure.ts';

export interface Section {
  title: string;
  /** The ratios are to the first. */
  rows: readonly Measurement[];
}

/** Markdown that reads as a table in a terminal, too. */
export function describeSection({ title, rows }: Section): string {
  const base = rows[0]?.requestsPerSecond ?? Number.NaN;
  const head = [
    'server',
    'req/s',
    'ratio',
    'p50 ms',
    'p99 ms',
    'CPU ms/req',
    'memory MB',
    'answer',
  ];
  const body = rows.map((row) => [
    row.server,
    figure(row.requestsPerSecond),
    `${figure(row.requestsPerSecond / base)}x`,
    figure(row.p50Ms),
    figure(row.p99Ms),
    figure(row.cpuMsPerRequest),
    figure(row.memoryMb),
    `${figure(row.answerBytes / 1000)} KB`,
  ]);
  return `### ${title}\n\n${table([head, ...body])}\n`;
}

function table(lines: readonly (readonly string[])[]): string {
  const [head = []] = lines;
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const pad = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [pad(head), rule, ...lines.slice(1).map(pad)].join('\n');
}

/** Three digits that mean something. */
function figure(value: number | undefined): string {
  if (value === undefined) return 'unknown';
  return value >= 100 ? Math.round(value).toString() : Number(value.toPrecision(2)).toString();
}

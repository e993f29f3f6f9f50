import type { Examined } from './examine.ts';

const EXAMPLES = 5;

/** For people: a line each, and examples of what is wrong. */
export function describeExamined(examined: readonly Examined[]): string {
  const width = Math.max(...examined.map(({ name }) => name.length));
  const lines = examined.flatMap(({ name, says, looked, broken, violations, seconds }) => {
    const count = `${looked} looked at, ${seconds.toFixed(1)} s`;
    const line = `${broken === 0 ? 'holds ' : 'BROKEN'} ${name.padEnd(width)}  ${says} (${count})`;
    if (broken === 0) return [line];
    const examples = violations
      .slice(0, EXAMPLES)
      .map(({ subject, text }) => `    ${subject}: ${text}`);
    return [line, `  ${broken} broken:`, ...examples];
  });
  const broken = examined.filter((each) => each.broken > 0);
  const sum =
    broken.length === 0
      ? `all ${examined.length} invariants hold`
      : `${broken.length} of ${examined.length} invariants are broken: ${broken.map(({ name }) => name).join(', ')}`;
  return [...lines, sum].join('\n');
}

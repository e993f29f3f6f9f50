import { parseArgs } from 'node:util';

export interface LiveArguments<Options> {
  scenario: { name: string; says: string; defaults: Options };
  options: Options;
  /** Of the laboratory. */
  site: readonly string[];
  reports: string;
}

const MOST = 10_000_000;

/** `<scenario> [--<option> n]… [--url u | --start mode [--set NAME=value]…]`. Throws with what was expected. */
export function readLiveArguments<
  Options extends { [Name in keyof Options]: number },
  Scenario extends { name: string; says: string; defaults: Options },
>(words: readonly string[], scenarios: readonly Scenario[]) {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there are no scenarios');
  const names = Object.keys(first.defaults) as (keyof Options & string)[];
  const usage = [
    ...scenarios.map(({ name, says }) => `  ${name.padEnd(16)} ${says}`),
    '',
    `  ${names.map((name) => `--${name} <n>`).join('  ')}`,
    '  --url <http://127.0.0.1:4000> | --start <in-process|distributed> [--set <NAME=value>]…',
    '  --reports <load/reports>',
  ].join('\n');
  const numbers = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...numbers,
      url: { type: 'string' },
      start: { type: 'string' },
      set: { type: 'string', multiple: true },
      reports: { type: 'string' },
    },
  });
  const given = values as Record<string, string | string[] | undefined>;
  const scenario = scenarios.find(({ name }) => name === positionals.join(' '));
  if (scenario === undefined) {
    throw new Error(`expected one scenario, not "${positionals.join(' ')}":\n\n${usage}`);
  }
  const options = { ...scenario.defaults } as Record<string, number>;
  for (const name of names) {
    const text = given[name];
    if (text === undefined) continue;
    const number = Number(text);
    if (!Number.isFinite(number) || number < 0 || number > MOST) {
      throw new Error(`--${name} is ${String(text)}: expected a number from 0 to ${MOST}`);
    }
    options[name] = number;
  }
  return {
    scenario,
    options: options as Options,
    site: siteOf(given),
    reports: String(given['reports'] ?? 'load/reports'),
  };
}

function siteOf(given: Record<string, string | string[] | undefined>): string[] {
  const { url, start, set } = given;
  if (start === undefined) return ['--url', String(url ?? 'http://127.0.0.1:4000')];
  if (url !== undefined || (start !== 'in-process' && start !== 'distributed')) {
    throw new Error('expected --url, or --start in-process or distributed');
  }
  return ['--start', start, ...[set ?? []].flat().flatMap((each) => ['--set', each])];
}

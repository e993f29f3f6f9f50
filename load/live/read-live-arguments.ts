import { parseArgs } from 'node:util';

export interface LiveArguments<Options> {
  scenario: { name: string; says: string; defaults: Options };
  options: Options;
  /** Of the laboratory. */
  site: readonly string[];
  reports: string;
}

const MOST = 10_000_000;

/** How the command line of a live load is used. */
export function describeLiveUsage(
  command: string,
  scenarios: readonly { name: string; says: string; defaults: object }[],
): string {
  const names = Object.keys(scenarios[0]?.defaults ?? {});
  return [
    `npm run ${command} -- <scenario> [<option>…]`,
    '',
    ...scenarios.map(({ name, says }) => `  ${name.padEnd(16)} ${says}`),
    '',
    `  ${names.map((name) => `--${name} <n>`).join('  ')}`,
    '  --url <http://127.0.0.1:4000>     a Plaza that npm start runs on this machine',
    '  --start <in-process|distributed>  one of its own, in a temporary folder: in one process, or every part in one, on Kafka',
    '  --set <NAME=value>                a setting of that one; may be repeated',
    '  --reports <load/reports>          where the report goes',
    '',
    'Exit code 2: a target is missed, or something is not right in the end. 3: it could not run.',
  ].join('\n');
}

/** `<scenario> [--<option> n]… [--url u | --start mode [--set NAME=value]…]`. Throws with what was expected. */
export function readLiveArguments<
  Options extends { [Name in keyof Options]: number },
  Scenario extends { name: string; says: string; defaults: Options },
>(words: readonly string[], scenarios: readonly Scenario[]) {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there are no scenarios');
  const names = Object.keys(first.defaults) as (keyof Options & string)[];
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
    const known = scenarios.map(({ name }) => name).join(', ');
    throw new Error(`expected one of ${known}, got "${positionals.join(' ')}"`);
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

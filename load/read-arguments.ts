import { parseArgs } from 'node:util';
import { journeysOfRehearsal } from './rehearsal.ts';
import { scenarios } from './scenarios/all.ts';
import type { Scenario, ScenarioOptions } from './scenarios/scenario.ts';

const rehearsed = scenarios
  .filter(({ defaults }) => defaults.rehearsalSeconds !== undefined)
  .map(({ name, defaults }) => `${name}: ${defaults.rehearsalSeconds}`)
  .join(', ');

export const USAGE = `npm run load -- <scenario> [<option>…]

${scenarios.map(({ name, says }) => `  ${name.padEnd(14)} ${says}`).join('\n')}

  --url <http://127.0.0.1:4000>     a Plaza that npm start runs on this machine
  --metrics <url>                   where that one has metrics, if not at its /metrics; may be repeated
  --start <in-process|distributed>  one of its own, in a temporary folder: in one process, or every part in one, on Kafka
  --set <NAME=value>                a setting of that one; may be repeated
  --rate <n>  --seconds <n>         orders a second that are begun, and for how long
  --users <n>                       people who buy
  --rehearse <seconds>              the same is done before, at a quarter of the rate, as a Plaza that has just been started is slow for
                                    some seconds (${rehearsed}); 0 for not at all
  --drivers <1>                     threads that ask
  --reports <load/reports>          where the report goes

Exit code 1: an invariant is broken. 2: a target is missed. 3: it could not run.`;

export interface LoadArguments {
  scenario: Scenario;
  options: ScenarioOptions;
  /** Of the laboratory. */
  site: readonly string[];
  drivers: number;
  reports: string;
}

const MAX_RATE = 50_000;
const MAX_SECONDS = 24 * 3_600;
const MAX_USERS = 200_000;
const MAX_DRIVERS = 16;

/** Throws with what was expected. */
export function readArguments(words: readonly string[]): LoadArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      metrics: { type: 'string', multiple: true, default: [] },
      start: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      rate: { type: 'string' },
      seconds: { type: 'string' },
      users: { type: 'string' },
      rehearse: { type: 'string' },
      drivers: { type: 'string', default: '1' },
      reports: { type: 'string', default: 'load/reports' },
    },
  });
  const [name = ''] = positionals;
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined || positionals.length > 1) {
    throw new Error(
      `expected one of ${scenarios.map((each) => each.name).join(', ')}, got "${positionals.join(' ')}"`,
    );
  }
  const rate = readNumber('--rate', values.rate, scenario.defaults.rate, MAX_RATE);
  const seconds = readNumber('--seconds', values.seconds, scenario.defaults.seconds, MAX_SECONDS);
  // A full cart is one purchase: more purchases need more people.
  const needed = scenario.fillsCarts ? Math.ceil(rate * seconds) : scenario.defaults.users;
  const users = readNumber('--users', values.users, Math.min(needed, MAX_USERS), MAX_USERS);
  if (scenario.fillsCarts && users < rate * seconds) {
    throw new Error(
      `${rate * seconds} orders need as many people with a full cart, and there are ${users} (${MAX_USERS} at most)`,
    );
  }
  const rehearsalSeconds = readRehearsal(values.rehearse, scenario, { rate, users });
  return {
    scenario,
    options: { rate, seconds, users, rehearsalSeconds },
    site: siteOf(values, scenario),
    drivers: readNumber('--drivers', values.drivers, 1, MAX_DRIVERS),
    reports: values.reports,
  };
}

interface SiteValues {
  url?: string | undefined;
  start?: string | undefined;
  set: readonly string[];
  metrics: readonly string[];
}

function siteOf({ url, start, set, metrics }: SiteValues, scenario: Scenario): string[] {
  if (url !== undefined && start !== undefined) {
    throw new Error(
      '--url is a Plaza that runs, --start is one to be started: expected one of them',
    );
  }
  if (start === undefined) {
    if (scenario.needsParts === true) {
      throw new Error(
        `${scenario.name} kills processes: expected --start in-process or distributed`,
      );
    }
    if (set.length > 0) throw new Error('--set is for a Plaza that is started: expected --start');
    const more = metrics.flatMap((each) => ['--metrics', each]);
    return ['--url', url ?? 'http://127.0.0.1:4000', ...more];
  }
  if (start !== 'in-process' && start !== 'distributed') {
    throw new Error(`--start is ${start}: expected in-process or distributed`);
  }
  const settings = Object.entries(scenario.settings ?? {}).map(([key, value]) => `${key}=${value}`);
  const wrong = set.find((each) => !/^[A-Z][A-Z0-9_]*=/.test(each));
  if (wrong !== undefined) throw new Error(`--set is ${wrong}: expected NAME=value`);
  return ['--start', start, ...[...settings, ...set].flatMap((each) => ['--set', each])];
}

/** What a scenario has unless told is shortened where there are not people enough for it. */
function readRehearsal(
  text: string | undefined,
  scenario: Scenario,
  { rate, users }: Pick<ScenarioOptions, 'rate' | 'users'>,
): number {
  const { rehearsedBy, defaults } = scenario;
  const perSecond = journeysOfRehearsal({ rate, rehearsalSeconds: 1 });
  const most = rehearsedBy === 'others' ? (MAX_USERS - users) / perSecond : MAX_SECONDS;
  if (text === undefined) return Math.min(defaults.rehearsalSeconds ?? 0, Math.floor(most));
  const seconds = Number(text);
  if (seconds > 0 && rehearsedBy === undefined) {
    const others = scenarios.filter((each) => each.rehearsedBy).map((each) => each.name);
    throw new Error(`${scenario.name} cannot be rehearsed, only ${others.join(', ')}`);
  }
  if (seconds >= 0 && seconds <= most) return seconds;
  throw new Error(`--rehearse is ${text}: expected a number from 0 to ${Math.floor(most)}`);
}

function readNumber(name: string, text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual;
  const number = Number(text);
  if (Number.isFinite(number) && number > 0 && number <= most) return number;
  throw new Error(`${name} is ${text}: expected a number above 0, ${most} at most`);
}

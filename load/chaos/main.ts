import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runAndReport } from '../run-and-report.ts';
import { chaosScenario } from './chaos-scenario.ts';

// npm run chaos -- [--start in-process|distributed] [--kills 100] [--rate 15] [--seed n]
//
// Starts a Plaza of its own and breaks it at random for as long as it takes: processes are killed, Redis is emptied, killed
// and stopped, PostgreSQL and Kafka likewise, while people buy and cancel. In the end every order that somebody was told
// of has ended, and the invariants hold. The seed repeats the choices, not the moments.

const USAGE = `npm run chaos -- [--start in-process|distributed] [--kills 100] [--rate 15] [--pause-ms 3000] [--seed n] [--reports load/reports]`;
const MAX_SEED = 2 ** 31;
const MAX_KILLS = 10_000;
const MAX_RATE = 80;
const COULD_NOT_RUN = 3;

try {
  process.exitCode = await runAndReport(read(process.argv.slice(2)));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = COULD_NOT_RUN;
}

function read(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      start: { type: 'string', default: 'distributed' },
      kills: { type: 'string', default: '100' },
      rate: { type: 'string', default: '15' },
      'pause-ms': { type: 'string', default: '3000' },
      seed: { type: 'string', default: String(randomInt(MAX_SEED)) },
      reports: { type: 'string', default: 'load/reports' },
    },
  });
  if (values.start !== 'in-process' && values.start !== 'distributed') {
    throw new Error(`--start is ${values.start}: expected in-process or distributed`);
  }
  const scenario = chaosScenario({
    kills: count('--kills', values.kills, MAX_KILLS),
    pauseMs: count('--pause-ms', values['pause-ms'], 3_600_000),
    seed: count('--seed', values.seed, MAX_SEED),
  });
  const rate = count('--rate', values.rate, MAX_RATE);
  const { seconds } = scenario.defaults;
  return {
    scenario,
    options: { rate, seconds, users: rate * seconds, rehearsalSeconds: 0 },
    site: ['--start', values.start],
    drivers: 1,
    reports: values.reports,
  };
}

function count(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new Error(`${name} is ${text}: expected a whole number, ${most} at most`);
}

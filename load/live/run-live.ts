import type { Laboratory } from '../laboratory.ts';
import { createTeller } from '../report/teller.ts';
import { describeLiveUsage, readLiveArguments } from './read-live-arguments.ts';
import { reportLive, type LiveResult } from './report.ts';

const COULD_NOT_RUN = 3;

/** The command line of a live load; gives the exit code: 0 all is met, 2 something is not, 3 it could not run. */
export async function runLive<
  Options extends { [Name in keyof Options]: number },
  Scenario extends { name: string; says: string; defaults: Options },
>(
  command: string,
  scenarios: readonly Scenario[],
  openLaboratory: (site: readonly string[]) => Promise<Laboratory>,
  run: (
    laboratory: Laboratory,
    scenario: Scenario,
    options: Options,
    say: (line: string) => void,
  ) => Promise<LiveResult>,
): Promise<number> {
  const words = process.argv.slice(2);
  const usage = describeLiveUsage(command, scenarios);
  if (words.includes('--help')) {
    console.log(usage);
    return 0;
  }
  let args;
  try {
    args = readLiveArguments<Options, Scenario>(words, scenarios);
  } catch (error) {
    console.error(`\n${reasonOf(error)}\n\n${usage}`);
    return COULD_NOT_RUN;
  }
  try {
    const { scenario, options, site, reports } = args;
    console.log(`${scenario.name}: ${scenario.says}`);
    const teller = createTeller(process.stdout);
    teller.say(`opening ${site.join(' ')}`);
    await using laboratory = await openLaboratory(site);
    const result = await run(laboratory, scenario, options, teller.say);
    teller.end();
    return await reportLive(reports, scenario.name, result);
  } catch (error) {
    console.error(`\n${reasonOf(error)}`);
    return COULD_NOT_RUN;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeTarget } from './judge-run.ts';
import { openLaboratory } from './laboratory.ts';
import type { LoadArguments } from './read-arguments.ts';
import { describeRun } from './report/markdown.ts';
import { drawPicture } from './report/picture.ts';
import { createTeller } from './report/teller.ts';
import { runScenario } from './run-scenario.ts';

const BROKEN = 1;
const MISSED = 2;

/** Runs the scenario, prints and writes what came of it, and gives the exit code. */
export async function runAndReport(wanted: LoadArguments): Promise<number> {
  const { scenario, options, site, reports } = wanted;
  console.log(`${scenario.name}: ${scenario.says}`);
  console.log(`target: ${describeTarget(scenario.target)}`);
  const teller = createTeller(process.stdout);
  teller.say(`opening ${site.join(' ')}`);

  await using laboratory = await openLaboratory(site);
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = join(reports, `${scenario.name}-${time}`);
  const result = await runScenario(laboratory, wanted, folder, teller.say);
  teller.end();

  await mkdir(folder, { recursive: true });
  const report = describeRun(wanted, result);
  const title = `${scenario.name}, ${options.rate}/s for ${options.seconds} s`;
  const picture = drawPicture(title, result.timeline.seconds(), result.timeline.notes);
  await writeFile(join(folder, 'report.md'), report);
  await writeFile(join(folder, 'picture.svg'), picture);
  console.log(`\n${report}\n${join(folder, 'report.md')}`);

  if (!result.invariants.holds) return BROKEN;
  return result.judgements.every(({ isMet }) => isMet) ? 0 : MISSED;
}

import { aptInstall, canInstall } from '../apt.mjs';
import { findProgram } from '../find-program.ts';
import type { Log } from '../log.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a Chromium, which is installed when it is missing and we may; throws what to do otherwise. */
export async function ensureChromium(given: string | undefined, log: Log): Promise<string> {
  const present = given || (await findProgram(PROGRAMS));
  if (present) return present;
  if (!(await canInstall())) {
    throw new Error('Chromium is missing: sudo apt-get install -y chromium');
  }
  log.info('Installing chromium with apt-get…');
  await aptInstall(['chromium']);
  const installed = await findProgram(PROGRAMS);
  if (installed === undefined) throw new Error('apt-get installed chromium, but it is not in PATH');
  return installed;
}

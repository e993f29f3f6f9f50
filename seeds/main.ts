import { readSettings, SettingsError } from '../platform/config/settings.ts';
import { ensureDatabases } from '../host/postgres/ensure-databases.ts';
import { writeTalkPictures } from './chat/talk-pictures.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { createProgressBar } from './progress-bar.ts';
import { refuseProduction, RefusedError } from './refuse-production.ts';
import { ArgumentError, readArguments, USAGE } from './read-arguments.ts';
import { findFinishedPlan, OtherPlanError, seedDatabases } from './seed-databases.ts';
import { SEED_DATABASES } from './loading/seed-step.ts';
import { seedSettings } from './settings.ts';

// npm run seed -- --scale <n> [--parts shop,games,chat] [--seed <number>] [--until <date>]

/** For people: without a stack. */
const EXPECTED = [ArgumentError, OtherPlanError, RefusedError, SettingsError];

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  if (error instanceof ArgumentError) console.error(`\n${USAGE}`);
  process.exitCode = 1;
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help')) return console.log(USAGE);
  const { parts, ...plan } = readArguments(words, new Date());
  const settings = readSettings(seedSettings, process.env);
  refuseProduction(settings.PLAZA_ENV);

  const target = { databaseUrl: settings.DATABASE_URL, prefix: settings.DATABASE_PREFIX };
  await ensureDatabases(
    target.databaseUrl.replace(/\/$/, ''),
    SEED_DATABASES.map((name) => `${target.prefix}${name}`),
  );
  const isRepeat = (await findFinishedPlan(target, parts)) !== undefined;
  const startedAt = performance.now();
  const bar = createProgressBar(process.stdout.isTTY, (line) => console.log(line));
  try {
    if (parts.includes('shop')) await writePictures(settings.MEDIA_DIR);
    if (parts.includes('chat')) await writeTalkPictures(settings.MEDIA_DIR);
    await seedDatabases({
      ...target,
      plan,
      parts,
      onProgress: isRepeat ? () => undefined : (progress) => bar.show(progress),
    });
  } finally {
    bar.stop();
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(isRepeat ? 'All of it was there already.' : `Seeded in ${seconds} s.`);
}

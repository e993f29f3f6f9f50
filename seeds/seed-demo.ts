import { seedDemoSales } from './inventory/demo-sales.ts';
import { Client } from 'pg';
import { SEED_PARTS, type SeedPart } from './loading/seed-step.ts';
import { startOfHour } from './read-arguments.ts';
import { refuseProduction } from './refuse-production.ts';
import { writeTalkPictures } from './chat/talk-pictures.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { DEFAULT_SEED, DEMO_SCALE } from './plan.ts';
import {
  findBegunPlan,
  findFinishedPlan,
  seedDatabases,
  urlOf,
  type SeedProgress,
  type SeedTarget,
} from './seed-databases.ts';

export interface SeedDemoOptions extends SeedTarget {
  /** Where the pictures go; the gateway serves it below /media. */
  mediaDir: string;
  /** The setting PLAZA_ENV: production is refused. */
  environment?: string | undefined;
  /** The last orders were placed shortly before. */
  until?: Date;
  onProgress?: (progress: SeedProgress) => void;
}

/** A small shop with a year behind it and the demo accounts, people who play, and people who talk. */
export async function seedDemo(options: SeedDemoOptions): Promise<void> {
  const {
    mediaDir,
    until = startOfHour(new Date()),
    environment = process.env['PLAZA_ENV'],
    ...rest
  } = options;
  refuseProduction(environment);
  await writePictures(mediaDir);
  await writeTalkPictures(mediaDir);
  // A run that was ended goes on as it was begun.
  const begun = await findBegunPlan(rest);
  const plan =
    begun?.scale === DEMO_SCALE ? begun : { scale: DEMO_SCALE, seed: DEFAULT_SEED, until };
  await seedDatabases({ ...rest, plan, parts: await findMissingParts(rest) });
  await seedDemoSales(rest, new Date());
}

/**
 * Whether there is nothing to make: a shop of another size is there, or the demo with all of its parts. The databases
 * exist, and have their tables.
 */
export async function isSeeded(target: SeedTarget): Promise<boolean> {
  const shop = await findFinishedPlan(target);
  if (shop === undefined) return false;
  return shop.scale !== DEMO_SCALE || (await findMissingParts(target)).length === 0;
}

/** A row tells that people were there before the seed: their names and numbers are taken. */
const SIGN_OF_LIFE = { games: 'player', chat: 'conversation' } as const;

/** Parts of the demo that are not there in full, but for those that people have begun to use. */
async function findMissingParts(target: SeedTarget): Promise<SeedPart[]> {
  const missing: SeedPart[] = [];
  for (const part of SEED_PARTS) {
    if ((await findFinishedPlan(target, [part])) !== undefined) continue;
    const isBegun = (await findBegunPlan(target, [part])) !== undefined;
    if (part === 'shop' || isBegun || !(await hasRows(target, part))) missing.push(part);
  }
  return missing;
}

async function hasRows(target: SeedTarget, part: 'games' | 'chat'): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(target, part) });
  await client.connect();
  try {
    const table = SIGN_OF_LIFE[part];
    const { rows: known } = await client.query<{ isThere: boolean }>(
      `select to_regclass($1) is not null as "isThere"`,
      [table],
    );
    if (known[0]?.isThere !== true) return false;
    return (await client.query(`select from ${table} limit 1`)).rows.length > 0;
  } finally {
    await client.end();
  }
}

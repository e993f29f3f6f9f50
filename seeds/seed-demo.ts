import { seedDemoSales } from './inventory/demo-sales.ts';
import { startOfHour } from './read-arguments.ts';
import { refuseProduction } from './refuse-production.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { DEFAULT_SEED, DEMO_SCALE } from './plan.ts';
import {
  findBegunPlan,
  findFinishedPlan,
  seedDatabases,
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

/** A small shop with a year behind it and the demo accounts. */
export async function seedDemo(options: SeedDemoOptions): Promise<void> {
  const {
    mediaDir,
    until = startOfHour(new Date()),
    environment = process.env['PLAZA_ENV'],
    ...rest
  } = options;
  refuseProduction(environment);
  await writePictures(mediaDir);
  // A run that was ended goes on as it was begun.
  const begun = await findBegunPlan(rest);
  const plan =
    begun?.scale === DEMO_SCALE ? begun : { scale: DEMO_SCALE, seed: DEFAULT_SEED, until };
  await seedDatabases({ ...rest, plan });
  await seedDemoSales(rest, new Date());
}

/** Whether a shop, of any size, is there in full. The databases exist. */
export async function isSeeded(target: SeedTarget): Promise<boolean> {
  return (await findFinishedPlan(target)) !== undefined;
}

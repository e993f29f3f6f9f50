import type { Redis } from 'ioredis';

/** What a submission did to its player's place on the mode's all-time board. */
export interface SubmissionEffect {
  rankBefore: number | null;
  rankAfter: number;
  totalScore: number;
  isPersonalBest: boolean;
}

/** Long enough for whoever waits for it; the board itself says the rest. */
const KEPT_MS = 600_000;

const effectKey = (submissionId: string): string => `games:{submission:${submissionId}}:effect`;

export async function keepEffects(
  redis: Redis,
  effects: ReadonlyMap<string, SubmissionEffect>,
): Promise<void> {
  await Promise.all(
    Array.from(effects, ([id, effect]) =>
      redis.set(effectKey(id), JSON.stringify(effect), 'PX', KEPT_MS),
    ),
  );
}

export async function findEffect(
  redis: Redis,
  submissionId: string,
): Promise<SubmissionEffect | undefined> {
  const text = await redis.get(effectKey(submissionId));
  return text === null ? undefined : (JSON.parse(text) as SubmissionEffect);
}

import type { ScenarioOptions } from './scenarios/scenario.ts';

/** A rehearsal is at the rate divided by this. */
export const REHEARSAL_SHARE = 4;

type Rehearsed = Pick<ScenarioOptions, 'rate' | 'rehearsalSeconds'>;

/** Journeys that it begins; where others rehearse, each needs somebody. */
export const journeysOfRehearsal = ({ rate, rehearsalSeconds }: Rehearsed): number =>
  Math.ceil((rate / REHEARSAL_SHARE) * rehearsalSeconds);

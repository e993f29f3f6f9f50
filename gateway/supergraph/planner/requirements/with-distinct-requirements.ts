import type { LocalPlanner } from '../planner.ts';
import { distinguishRequirements } from './distinct-requirements.ts';
import { restoreRequirements } from './restore-requirements.ts';

/** A planner whose plans are right also where one field is required with different arguments: see distinct-requirements.ts. */
export function withDistinctRequirements(
  sdl: string,
  create: (sdl: string) => LocalPlanner,
): LocalPlanner {
  const distinct = distinguishRequirements(sdl);
  if (distinct === undefined) return create(sdl);
  const planner = create(distinct.sdl);
  return {
    plan: (document, overrides) => restoreRequirements(planner.plan(document, overrides), distinct),
  };
}

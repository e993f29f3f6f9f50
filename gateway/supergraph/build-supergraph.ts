import { readAccessRules } from '../access/access-rules.ts';
import { createPlanner } from './planner/create-planner.ts';
import type { PlannerName } from './planner/planner.ts';
import { readSupergraph } from './read-supergraph.ts';
import { apiSchemaOf, fullSchemaOf } from './schemas.ts';
import { DEFAULT_PLANNER, namesOf, type Supergraph } from './supergraph.ts';

/**
 * Reads and plans in this process, which does nothing else meanwhile: for tests and tools. Throws when the text is not
 * a supergraph, or when it uses a rule that this gateway cannot enforce.
 */
export function buildSupergraph(sdl: string, name: PlannerName = DEFAULT_PLANNER): Supergraph {
  const read = readSupergraph(sdl);
  const fullSchema = fullSchemaOf(sdl);
  const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
  const planner = createPlanner(name, { sdl, apiSchema, fullSchema });
  const accessRules = readAccessRules(sdl);
  return { ...namesOf(sdl, read), apiSchema, fullSchema, planner, accessRules, close: nothing };
}

const nothing = (): void => undefined;

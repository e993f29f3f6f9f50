import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { readAccessRules, type AccessRules } from '../access/access-rules.ts';
import { createPlanner } from './planner/create-planner.ts';
import type { Planner, PlannerName } from './planner/planner.ts';
import type { ReadSupergraph } from './planner/process/messages.ts';
import {
  startPlannerProcess,
  type PlannerProcessOptions,
} from './planner/process/planner-process.ts';
import { readSupergraph } from './read-supergraph.ts';
import { apiSchemaOf, fullSchemaOf } from './schemas.ts';

/** A supergraph that the gateway can serve: what clients see, how to plan, and what to guard. */
export interface Supergraph {
  /** SHA-256 of the text. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** With federation's own types and directives, which plans refer to. */
  fullSchema: GraphQLSchema;
  planner: Planner;
  accessRules: AccessRules;
  subgraphNames: readonly string[];
  /** Where the supergraph says that its subgraphs are. */
  subgraphUrls: ReadonlyMap<string, string>;
  /** Nothing is planned any more. */
  close: () => void;
}

/** The one that the evidence favours (docs/adr). */
const DEFAULT_PLANNER: PlannerName = 'hive';

/**
 * Reads and plans in this process, which does nothing else meanwhile. Throws when the text is not a supergraph, or
 * when it uses a rule that this gateway cannot enforce.
 */
export function buildSupergraph(sdl: string, name: PlannerName = DEFAULT_PLANNER): Supergraph {
  const read = readSupergraph(sdl);
  const fullSchema = fullSchemaOf(sdl);
  const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
  const planner = createPlanner(name, { sdl, apiSchema, fullSchema });
  const accessRules = readAccessRules(sdl);
  return {
    ...named(sdl, read),
    apiSchema,
    fullSchema,
    planner,
    accessRules,
    close: () => undefined,
  };
}

/** As `buildSupergraph`, with a process of its own for the reading and the planning: requests run on meanwhile. */
export async function loadSupergraph(options: PlannerProcessOptions): Promise<Supergraph> {
  const { sdl } = options;
  const planner = startPlannerProcess(options);
  try {
    const read = await planner.read();
    // What is left takes some ten milliseconds for each hundred thousand characters: in steps.
    const fullSchema = fullSchemaOf(sdl);
    await nextTurn();
    const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
    await nextTurn();
    const accessRules = readAccessRules(sdl);
    const { close } = planner;
    return { ...named(sdl, read), apiSchema, fullSchema, planner, accessRules, close };
  } catch (error) {
    planner.close();
    throw error;
  }
}

function named(sdl: string, { subgraphs }: ReadSupergraph) {
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    subgraphNames: subgraphs.map(({ name }) => name),
    subgraphUrls: new Map(subgraphs.map(({ name, url }) => [name, url])),
  };
}

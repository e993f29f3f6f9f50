import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { readAccessRules, type AccessRules } from '../access/access-rules.ts';
import type { Planner, PlannerName } from './planner/planner.ts';
import type { ReadSupergraph } from './planner/process/messages.ts';
import {
  startPlannerProcess,
  type PlannerProcessOptions,
} from './planner/process/planner-process.ts';
import { readApart } from './planner/process/read-apart.ts';
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
export const DEFAULT_PLANNER: PlannerName = 'hive';

export type LoadOptions = Omit<PlannerProcessOptions, 'apiSdl'>;

/**
 * Reads and plans in processes of their own: requests run on meanwhile. Rejects when the text is not a supergraph, or when
 * it uses a rule that this gateway cannot enforce.
 */
export async function loadSupergraph(options: LoadOptions): Promise<Supergraph> {
  const { sdl } = options;
  const read = await readApart(sdl);
  const planner = startPlannerProcess({ ...options, apiSdl: read.apiSdl });
  try {
    await planner.ready();
    // What is left takes some ten milliseconds for each hundred thousand characters: in steps.
    const fullSchema = fullSchemaOf(sdl);
    await nextTurn();
    const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
    await nextTurn();
    const accessRules = readAccessRules(sdl);
    const { close } = planner;
    return { ...namesOf(sdl, read), apiSchema, fullSchema, planner, accessRules, close };
  } catch (error) {
    planner.close();
    throw error;
  }
}

export function namesOf(sdl: string, { subgraphs }: ReadSupergraph) {
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    subgraphNames: subgraphs.map(({ name }) => name),
    subgraphUrls: new Map(subgraphs.map(({ name, url }) => [name, url])),
  };
}

import type { DocumentNode, GraphQLError } from 'graphql';
import type { SubgraphAnswer, SubgraphConnection } from '../../../platform/subgraph/connection.ts';
import type { Log } from '../../../platform/telemetry/log.ts';
import type { OperationRequest } from '../operation.ts';
import type { ResponseObject } from './response-object.ts';

/** One run of a compiled operation. */
export interface Run {
  request: OperationRequest;
  /** With defaults. */
  coerced: Readonly<Record<string, unknown>>;
  /** Everything that the subgraphs have answered so far, in one tree. */
  data: ResponseObject;
  errors: GraphQLError[];
  /** Answers of fetches that the plan holds more than once. */
  answers: Map<string, SubgraphAnswer> | undefined;
  /** Some objects stand at several places, as they are the same entity there. */
  hasSharedParts: boolean;
  connect: (subgraph: string) => SubgraphConnection;
  /** For a fetch after an event that reads nothing but what is public; none for any other. */
  connectPublic: ((fetch: PublicRead) => SubgraphConnection | undefined) | undefined;
  log: Log;
  /** Told how many objects wait for a fetch of entities, and how many of them it asks for. */
  onRepresentations?: ((waiting: number, sent: number) => void) | undefined;
}

/** A fetch that may be one of what is public. */
export interface PublicRead {
  subgraph: string;
  document: DocumentNode;
}

/** A part of a plan; nothing to wait for where every subgraph has answered at once. */
export type Step = (run: Run) => void | Promise<void>;

/** Errors of one answer; more of them tell a client nothing new. */
export const MAX_ERRORS = 1_000;

export function addErrors(run: Run, errors: readonly GraphQLError[]): void {
  run.errors.push(...errors.slice(0, MAX_ERRORS - run.errors.length));
}

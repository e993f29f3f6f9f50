import type {
  DocumentNode,
  ExecutionResult,
  FragmentDefinitionNode,
  GraphQLError,
  OperationDefinitionNode,
} from 'graphql';
import type { Viewer } from '../../platform/identity/viewer.ts';
import type { SubgraphRequest } from '../../platform/subgraph/connection.ts';
import type { Trace } from '../../platform/telemetry/trace.ts';
import type { FetchNode, Plan } from '../supergraph/planner/plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

/** An operation that has passed every check and is ready to run, again and again. */
export interface PreparedOperation {
  supergraph: Supergraph;
  /** As the client wrote it, its `@skip` and `@include` decided: the shape of the answer. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** For what the viewer may see: selections that are denied are not fetched. */
  plan: Plan;
  /** One for each denied selection. */
  accessErrors: readonly GraphQLError[];
}

/** One run of an operation. */
export interface OperationRequest {
  variables: Readonly<Record<string, unknown>>;
  /** The same as their types want them, where somebody has coerced them already. */
  coerced?: Readonly<Record<string, unknown>>;
  viewer: Viewer;
  requestId: string;
  /** What goes on to the subgraphs (GATEWAY_FORWARD_HEADERS): part of what an answer depends on. */
  headers?: Readonly<Record<string, string>>;
  /** Where a change comes from; absent for reads, whose answers depend on nothing of the kind. */
  clientAddress?: string;
  signal?: AbortSignal;
  /** What it is a part of, where it is traced. */
  trace?: Trace;
  /** The answer is sent on as JSON: its data may come as a text. */
  isForText?: boolean;
  /** Stands around each fetch of this run where somebody watches it: a trace, the view of a plan. */
  aroundFetch?: AroundFetch;
}

/** A fetch of a plan, and how many objects of the answer wait for it. */
export interface SentFetch {
  node: FetchNode;
  waiting: number;
}

/** Sends the request, perhaps with something added, and returns its answer. */
export type AroundFetch = (
  fetch: SentFetch,
  request: SubgraphRequest,
  send: (request: SubgraphRequest) => Promise<ExecutionResult>,
) => Promise<ExecutionResult>;

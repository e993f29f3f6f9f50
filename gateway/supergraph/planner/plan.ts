import type { OperationTypeNode } from 'graphql';

/** How an operation is answered: which subgraphs are asked what, in which order. Every planner's plans become this. */
export interface Plan {
  /** Nothing where the answer needs no subgraph: `{ __typename }`. */
  node?: PlanNode | SubscriptionNode;
  /** From names that only the plan has to those that its subgraphs know. */
  names?: Readonly<Record<string, string>>;
}

export type PlanNode = SequenceNode | ParallelNode | FetchNode | FlattenNode;

export interface SequenceNode {
  kind: 'Sequence';
  nodes: PlanNode[];
}

export interface ParallelNode {
  kind: 'Parallel';
  nodes: PlanNode[];
}

/** The primary fetch is the event; the rest is done for each event. */
export interface SubscriptionNode {
  kind: 'Subscription';
  primary: FetchNode;
  rest?: PlanNode;
}

/** One request to one subgraph: of root fields, with `requires` of entities, or with `lookups` of entities of several kinds or places. */
export interface FetchNode {
  kind: 'Fetch';
  serviceName: string;
  variableUsages?: string[];
  /** What a representation of an entity holds. */
  requires?: RequiredSelection[];
  operation: string;
  operationName: string | undefined;
  operationKind: OperationTypeNode;
  /** Changes to representations before they are sent, and to what comes back before it is merged. */
  inputRewrites?: PlannedRewrite[];
  outputRewrites?: PlannedRewrite[];
  /** Each says for itself where its entities stand: such a fetch is in no Flatten. */
  lookups?: EntityLookup[];
}

/** One of several `_entities` fields of a request. */
export interface EntityLookup {
  /** Its name in the request, and that of the variable with its representations. */
  alias: string;
  variable: string;
  /** As of a Flatten: entities of all of them are looked up together. */
  paths: string[][];
  requires: RequiredSelection[];
  inputRewrites?: PlannedRewrite[];
  outputRewrites?: PlannedRewrite[];
}

/** Elements are keys of the answer and `@` for the items of a list, with types behind them where only those are meant: `media|[Book,Film]`. */
export interface FlattenNode {
  kind: 'Flatten';
  path: (string | number)[];
  node: PlanNode;
}

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  kind: 'Field';
  name: string;
  alias?: string;
  selections?: RequiredSelection[];
}

export interface RequiredFragment {
  kind: 'InlineFragment';
  typeCondition?: string;
  selections: RequiredSelection[];
}

/** Paths hold keys, and `... on Type` where only objects of that type are meant. */
export type PlannedRewrite =
  | { kind: 'ValueSetter'; path: string[]; setValueTo: unknown }
  | { kind: 'KeyRenamer'; path: string[]; renameKeyTo: string };

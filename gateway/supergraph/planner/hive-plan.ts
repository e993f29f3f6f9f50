import type * as hive from '@graphql-hive/router-query-planner';
import { OperationTypeNode, parse } from 'graphql';
import type {
  EntityLookup,
  FetchNode,
  Plan,
  PlanNode,
  RequiredSelection,
  PlannedRewrite,
  SubscriptionNode,
} from './plan.ts';

/** From the shapes of `@graphql-hive/router-query-planner` to ours. */
export function fromHivePlan({ node }: hive.QueryPlan): Plan {
  return node === undefined || node === null ? {} : { node: rootNode(node) };
}

/** A subscription is the first step of a sequence there; here the steps after it are its rest. */
function rootNode(node: hive.PlanNode): PlanNode | SubscriptionNode {
  if (node.kind === 'Subscription') return { kind: 'Subscription', primary: fetch(node.primary) };
  if (node.kind !== 'Sequence') return planNode(node);
  const [first, ...others] = node.nodes;
  if (first?.kind !== 'Subscription') return planNode(node);
  const rest: PlanNode = { kind: 'Sequence', nodes: others.map(planNode) };
  return { kind: 'Subscription', primary: fetch(first.primary), rest };
}

function planNode(node: hive.PlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return fetch(node);
    case 'BatchFetch':
      return batchFetch(node);
    case 'Flatten':
      return { kind: 'Flatten', path: flattenPath(node.path), node: planNode(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(planNode) };
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`expected no ${node.kind} inside of a plan`);
  }
}

const KINDS = {
  query: OperationTypeNode.QUERY,
  mutation: OperationTypeNode.MUTATION,
  subscription: OperationTypeNode.SUBSCRIPTION,
};

function fetch(node: hive.FetchNode): FetchNode {
  const { requires, rewritten } = entityInput(node);
  return { ...request(node), ...(node.requires && { requires }), ...rewritten };
}

/** What is sent, whatever it waits for. */
function request(node: hive.FetchNode | hive.BatchFetchNode) {
  const { serviceName, operation, operationName, operationKind, variableUsages } = node;
  return {
    kind: 'Fetch' as const,
    serviceName,
    operation: readable(operation),
    operationName,
    operationKind: KINDS[operationKind ?? 'query'],
    ...(variableUsages && { variableUsages }),
  };
}

/** Throws when the planner wrote something that no subgraph can read. */
function readable(operation: string): string {
  parse(operation, { noLocation: true });
  return operation;
}

function entityInput(node: Pick<hive.FetchNode, 'requires' | 'inputRewrites' | 'outputRewrites'>): {
  requires: RequiredSelection[];
  rewritten: Pick<FetchNode, 'inputRewrites' | 'outputRewrites'>;
} {
  const { requires, renames } = requirements(node.requires ?? []);
  const inputRewrites = [...renames, ...rewrites(node.inputRewrites)];
  const outputRewrites = rewrites(node.outputRewrites);
  return {
    requires,
    rewritten: {
      ...(inputRewrites.length > 0 && { inputRewrites }),
      ...(outputRewrites.length > 0 && { outputRewrites }),
    },
  };
}

/** Elements of a path there are apart; here types stand behind the key or the `@` that they are of. */
function flattenPath(path: readonly hive.FlattenNodePathSegment[]): string[] {
  const elements: string[] = [];
  for (const segment of path) {
    if (segment === '@') elements.push('@');
    else if ('Field' in segment) elements.push(segment.Field);
    else elements.push(`${elements.pop() ?? ''}|[${segment.TypeCondition.join()}]`);
  }
  return elements;
}

/** A field that the answer has under another name than the subgraph knows is renamed on its way. */
function requirements(
  selections: readonly hive.RequiresSelection[],
  path: readonly string[] = [],
): { requires: RequiredSelection[]; renames: PlannedRewrite[] } {
  const requires: RequiredSelection[] = [];
  const renames: PlannedRewrite[] = [];
  for (const selection of selections) {
    if (selection.kind === 'FragmentSpread') {
      throw new Error(`expected no fragment ${selection.value} among what a fetch requires`);
    }
    const isField = selection.kind === 'Field';
    const inner = [...path, isField ? selection.name : `... on ${selection.typeCondition}`];
    const part = requirements(selection.selections ?? [], inner);
    renames.push(...part.renames);
    if (!isField) {
      const { kind, typeCondition } = selection;
      requires.push({ kind, typeCondition, selections: part.requires });
      continue;
    }
    const { kind, name, alias } = selection;
    requires.push({ kind, name, ...(selection.selections && { selections: part.requires }) });
    if (alias && alias !== name) {
      renames.push({ kind: 'KeyRenamer', path: inner, renameKeyTo: alias });
    }
  }
  return { requires, renames };
}

function rewrites(given: readonly hive.FetchRewrite[] | undefined | null): PlannedRewrite[] {
  return (given ?? []).flatMap((rewrite): PlannedRewrite[] => {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return rewritePaths(path).map((each) => ({ kind: 'KeyRenamer', path: each, renameKeyTo }));
    }
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    return rewritePaths(path).map((each) => ({ kind: 'ValueSetter', path: each, setValueTo }));
  });
}

/** One path for each of the types that it is meant for. */
function rewritePaths(path: readonly hive.FetchNodePathSegment[]): string[][] {
  let paths: string[][] = [[]];
  for (const segment of path) {
    const elements =
      'Key' in segment ? [segment.Key] : segment.TypenameEquals.map((type) => `... on ${type}`);
    paths = paths.flatMap((before) => elements.map((element) => before.concat(element)));
  }
  return paths;
}

function batchFetch(node: hive.BatchFetchNode): FetchNode {
  const lookups = node.entityBatch.aliases.map((batch): EntityLookup => {
    const { requires, rewritten } = entityInput(batch);
    return {
      alias: batch.alias,
      variable: batch.representationsVariableName,
      paths: batch.paths.map(flattenPath),
      requires,
      ...rewritten,
    };
  });
  return { ...request(node), lookups };
}

import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../platform/identity/viewer.ts';
import {
  findGuardedSelections,
  isAllowed,
  withoutSelections,
  type GuardedSelection,
} from '../access/access-check.ts';
import { evaluateRolePolicy, type EvaluatePolicy } from '../access/policies.ts';
import { createChooseOverrides, type ActiveOverrides } from '../supergraph/overrides.ts';
import { hasConditions } from '../supergraph/planner/conditions.ts';
import type { Plan } from '../supergraph/planner/plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { PreparedOperation } from './operation.ts';
import { plannedNames, withPlannedNames } from './planned-names.ts';

/**
 * Prepares a valid document, whose conditions are decided (`decideConditions`), for a viewer. Throws a GraphQLError
 * when a root field is denied.
 */
export type PrepareOperation = (
  document: DocumentNode,
  operationName: string | null | undefined,
  viewer: Viewer,
) => PreparedOperation | Promise<PreparedOperation>;

export interface PrepareOptions {
  evaluate?: EvaluatePolicy;
  /** Labels of `@override` that hold; those of a percentage hold by chance. */
  overrideLabels?: readonly string[];
  random?: () => number;
  /** Told whether a plan was there already. */
  onPlan?: (isHit: boolean) => void;
  /** Told how long a plan took that had to be made. */
  onPlanned?: (ms: number) => void;
}

const MAX_OPERATIONS = 2_000;

/**
 * Access is looked up once an operation, and plans are kept a set of denials: two viewers who may see
 * the same share a plan.
 */
export function createPrepareOperation(
  supergraph: Supergraph,
  options: PrepareOptions = {},
): PrepareOperation {
  const { evaluate = evaluateRolePolicy, onPlan, onPlanned } = options;
  const { overrideLabels = [], random = Math.random } = options;
  const chooseOverrides = createChooseOverrides(supergraph.sdl, overrideLabels, random);
  const byDocument = new WeakMap<DocumentNode, Map<string, OperationPlans>>();
  const plans = new LRUCache<string, PreparedOperation>({ max: MAX_OPERATIONS });
  const underWay = new Map<string, Promise<PreparedOperation>>();
  let nextId = 0;

  return (document, operationName, viewer) => {
    const { id, operation, guarded } = operationOf(document, operationName);
    const denied = guarded.filter(({ rule }) => !isAllowed(viewer, rule, evaluate));
    const refused = denied.find(({ isRoot }) => isRoot);
    if (refused !== undefined) throw accessError(refused, viewer);

    const key = `${id}:${denied.map((selection) => guarded.indexOf(selection)).join()}`;
    const isSignedIn = viewer.kind !== 'anonymous';
    const overrides = chooseOverrides();
    const planKey = `${key}:${isSignedIn}:${overrides.percentage}`;
    const known = plans.get(planKey);
    onPlan?.(known !== undefined);
    if (known !== undefined) return known;

    return planOnce(planKey, () => prepare(document, operation, denied, viewer, overrides));
  };

  /** Whoever asks for the same meanwhile waits for the same plan. */
  function planOnce(key: string, make: () => ReturnType<typeof prepare>) {
    const waiting = underWay.get(key);
    if (waiting !== undefined) return waiting;
    const made = make();
    if (!(made instanceof Promise)) {
      plans.set(key, made);
      return made;
    }
    const keeping = made
      .then((prepared) => {
        plans.set(key, prepared);
        return prepared;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, keeping);
    return keeping;
  }

  function operationOf(document: DocumentNode, name: string | null | undefined): OperationPlans {
    const operations = byDocument.get(document) ?? new Map<string, OperationPlans>();
    byDocument.set(document, operations);
    const known = operations.get(name ?? '');
    if (known !== undefined) return known;

    const operation = getOperationAST(document, name);
    if (operation == null) {
      throw new GraphQLError('operationName must name one of the operations of the document', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const { apiSchema, accessRules } = supergraph;
    const guarded = findGuardedSelections(ownPart(document, operation), apiSchema, accessRules);
    const entry = { id: nextId++, operation, guarded };
    operations.set(name ?? '', entry);
    return entry;
  }

  function prepare(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    denied: readonly GuardedSelection[],
    viewer: Viewer,
    overrides: ActiveOverrides,
  ): PreparedOperation | Promise<PreparedOperation> {
    const nodes = new Set<SelectionNode>(denied.map(({ node }) => node));
    const own = ownPart(document, operation);
    if (hasConditions(own)) throw new Error('expected @skip and @include to be decided');
    const names = plannedNames(supergraph, document);
    const planned = withPlannedNames(withoutSelections(own, nodes), names);
    const start = performance.now();
    const accessErrors = denied.map((selection) => accessError(selection, viewer));
    const fragments = fragmentsOf(document);
    const withPlan = (plan: Plan): PreparedOperation => {
      onPlanned?.(performance.now() - start);
      return { supergraph, document, operation, fragments, plan, accessErrors };
    };
    const plan = supergraph.planner.plan(planned, overrides);
    return plan instanceof Promise ? plan.then(withPlan) : withPlan(plan);
  }
}

interface OperationPlans {
  id: number;
  operation: OperationDefinitionNode;
  guarded: readonly GuardedSelection[];
}

function ownPart(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation,
  );
  return { ...document, definitions };
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function accessError({ node, coordinate, rule }: GuardedSelection, viewer: Viewer): GraphQLError {
  const needs = [
    ...describeGroups('the scope', rule.scopeGroups),
    ...describeGroups('the policy', rule.policyGroups),
  ].join(', and ');
  return viewer.kind === 'anonymous'
    ? new GraphQLError(`sign in first: ${coordinate} needs an access token`, {
        nodes: node,
        extensions: { code: 'UNAUTHENTICATED' },
      })
    : new GraphQLError(`${coordinate} needs ${needs}`, {
        nodes: node,
        extensions: { code: 'FORBIDDEN' },
      });
}

function describeGroups(what: string, groups: readonly (readonly string[])[]): string[] {
  if (groups.length === 0) return [];
  return [`${what} ${groups.map((group) => group.join(' and ')).join(', or ')}`];
}

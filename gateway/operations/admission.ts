import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { hasScope, type Viewer } from '../../platform/identity/viewer.ts';
import { compileVariables, type CoerceVariables } from '../execution/coerce-variables.ts';
import type { PreparedOperation } from '../execution/operation.ts';
import type { PrepareOperation } from '../execution/prepare-operation.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { callerKey, type Caller } from './caller.ts';
import { checkRegistration } from './check-registration.ts';
import { estimateCost } from './cost/estimate-cost.ts';
import type { CostNode } from './cost/cost-tree.ts';
import { InvalidDocument, type CheckedOperation, type Documents } from './documents.ts';
import type { FindOperation, IncomingOperation } from './find-operation.ts';
import type { RateLimit } from './rate-limit.ts';
import { pointsPerMinuteOf, rateClassOf, rateLimited, type Rates } from './rates.ts';
import { refusal, type Refusals } from './refusals.ts';

/** An operation that may run. */
export interface AdmittedOperation {
  prepared: PreparedOperation;
  operation: OperationDefinitionNode;
  source: string;
  variables: Readonly<Record<string, unknown>>;
  /** As their types want them, with defaults. */
  coerced: Readonly<Record<string, unknown>>;
  /** The values that have decided its `@skip` and `@include`. */
  conditions: Readonly<Record<string, unknown>>;
  isRegistered: boolean;
  costTree: readonly CostNode[];
  /** What it can cost at most. */
  estimatedCost: number;
  /** An administrator has asked to see its plan, with `extensions: { plan: true }`. */
  showsPlan: boolean;
}

/** What admission needs of the graph that is served. */
export interface AdmittingGraph {
  supergraph: Supergraph;
  documents: Documents;
  prepare: PrepareOperation;
}

/**
 * The one gate of every operation, over HTTP and sockets alike: found by its hash or text, checked,
 * within its limits, its cost and its caller's rate, and allowed. Throws GraphQLErrors with a code,
 * AppErrors, or an InvalidDocument with several of them.
 */
export type Admit = (
  graph: AdmittingGraph,
  incoming: IncomingOperation,
  caller: Caller,
) => Promise<AdmittedOperation>;

export interface AdmissionOptions {
  find: FindOperation;
  rateLimit: RateLimit;
  refusals: Refusals;
  rules: AdmissionRules;
}

export interface AdmissionRules {
  /** Everybody may read the schema, or only who has the scope. */
  isIntrospectionPublic: boolean;
  /** Most that an operation may be estimated to cost, by who asks; 0 is no limit. */
  maxCost: Readonly<Record<Viewer['kind'], number>>;
  /** Length of a list without `@listSize`. */
  listSize: number;
  /** An operation takes one point, and one more for each `costPerPoint`. */
  rates: Rates;
  costPerPoint: number;
  /** Counts and logs what limits, costs and rates would refuse, and lets it through. */
  isReportOnly: boolean;
}

/** Who may read the schema and the costs where that is not public. */
export const SCHEMA_SCOPE = 'schema:read';

const MAX_VARIABLE_ERRORS = 10;
/** Of a text that has to be parsed and checked: some milliseconds of work are a point. */
const CHARACTERS_PER_POINT = 1_000;

export function createAdmission(options: AdmissionOptions): Admit {
  const { find, rateLimit, refusals, rules } = options;
  const isEnforced = !rules.isReportOnly;
  const coercers = new WeakMap<OperationDefinitionNode, CoerceVariables>();

  return async (graph, incoming, caller) => {
    const found = find(incoming, caller);
    const { source, isRegistered, remember } = found instanceof Promise ? await found : found;
    // A text that nobody has checked yet is work, by its length: its sender pays for that first.
    const isNew = !graph.documents.has(source);
    const readingPoints = 1 + Math.floor(source.length / CHARACTERS_PER_POINT);
    if (isNew) await takePoints(caller, isRegistered, readingPoints);

    const checked = read(graph.documents, source, incoming.operationName, caller);
    remember();
    requireSmall(checked, caller);
    requireIntrospection(checked, caller);
    const variables = incoming.variables ?? {};
    const coerced = coerce(graph.supergraph, checked.operation, variables);

    checkRegistration(graph.supergraph, graph.documents, checked, coerced);
    // So is what has yet to be planned for these values of its conditions.
    const isUndecided = !isNew && !graph.documents.isDecided(checked, coerced);
    if (isUndecided) await takePoints(caller, isRegistered, readingPoints);
    const { document, operation, costTree } = graph.documents.decide(checked, coerced);
    const estimatedCost = estimateCost(costTree, {
      listSize: rules.listSize,
      variables: coerced,
    });
    requireAffordable(estimatedCost, caller);
    const points =
      1 + Math.floor(estimatedCost / rules.costPerPoint) - (isNew || isUndecided ? 1 : 0);
    if (points > 0) await takePoints(caller, isRegistered, points);

    const planning = caller.trace?.child('plan');
    const prepared = await prepare(graph.prepare, document, incoming.operationName, caller);
    planning?.end();
    const showsPlan = incoming.extensions?.['plan'] === true && maySeePlans(caller.viewer);
    return {
      prepared,
      operation,
      source,
      variables,
      coerced,
      conditions: conditionsOf(checked, coerced),
      isRegistered,
      costTree,
      estimatedCost,
      showsPlan,
    };
  };

  function read(
    documents: Documents,
    source: string,
    operationName: string | null | undefined,
    { viewer }: Caller,
  ): CheckedOperation {
    try {
      return documents.read(source, operationName);
    } catch (error) {
      if (error instanceof InvalidDocument) {
        refusals.count('validation');
        throw mayReadSchema(viewer) ? error : withoutHints(error);
      }
      const isSize = codeOf(error) === 'OPERATION_TOO_LARGE';
      refusals.count(isSize ? 'size' : 'parse');
      throw error;
    }
  }

  function requireSmall({ excess }: CheckedOperation, caller: Caller): void {
    if (excess !== undefined) refuse('size', excess, caller);
  }

  function requireIntrospection({ isIntrospecting }: CheckedOperation, { viewer }: Caller): void {
    if (!isIntrospecting || mayReadSchema(viewer)) return;
    refusals.count('introspection');
    throw refusal('FORBIDDEN', `the schema is not public: reading it needs ${SCHEMA_SCOPE}`);
  }

  function coerce(
    { apiSchema }: Supergraph,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> {
    const known = coercers.get(operation);
    const coerceVariables =
      known ?? compileVariables(apiSchema, operation.variableDefinitions ?? []);
    if (known === undefined) coercers.set(operation, coerceVariables);
    const { coerced, errors } = coerceVariables(variables, MAX_VARIABLE_ERRORS);
    if (coerced !== undefined) return coerced;
    refusals.count('variables');
    throw new InvalidDocument(errors.map(({ message }) => refusal('BAD_USER_INPUT', message)));
  }

  function requireAffordable(cost: number, caller: Caller): void {
    const allowed = rules.maxCost[caller.viewer.kind];
    if (allowed === 0 || cost <= allowed) return;
    const message = `the operation can cost ${cost}; at most ${allowed} are allowed: ask for shorter lists or fewer fields`;
    const details = { limit: 'cost', allowed, actual: cost };
    refuse('cost', refusal('OPERATION_TOO_EXPENSIVE', message, details), caller);
  }

  async function takePoints(caller: Caller, isRegistered: boolean, points: number): Promise<void> {
    const kind = rateClassOf(caller.viewer, isRegistered);
    const allowed = pointsPerMinuteOf(caller.viewer, kind, rules.rates);
    if (allowed === 0) return;
    const key = `${callerKey(caller)}/${kind}`;
    const retryAfterSeconds = await rateLimit.take(key, Math.min(points, allowed), allowed);
    if (retryAfterSeconds === 0) return;
    refuse('rate', rateLimited('points', allowed, retryAfterSeconds), caller);
  }

  async function prepare(
    prepareOperation: PrepareOperation,
    ...[document, name, { viewer }]: [
      CheckedOperation['document'],
      string | null | undefined,
      Caller,
    ]
  ): Promise<PreparedOperation> {
    try {
      return await prepareOperation(document, name, viewer);
    } catch (error) {
      if (error instanceof GraphQLError) {
        refusals.count(codeOf(error) === 'OPERATION_TOO_LARGE' ? 'size' : 'access');
      }
      throw error;
    }
  }

  function refuse(reason: 'size' | 'cost' | 'rate', error: GraphQLError, caller: Caller): void {
    const { requestId } = caller;
    refusals.refuse({ reason, error, isEnforced, caller: callerKey(caller), requestId });
  }

  function mayReadSchema(viewer: Viewer): boolean {
    return rules.isIntrospectionPublic || hasScope(viewer, SCHEMA_SCOPE);
  }
}

const NO_CONDITIONS = Object.freeze({});

function conditionsOf(
  { conditions }: CheckedOperation,
  coerced: Readonly<Record<string, unknown>>,
) {
  if (conditions === undefined) return NO_CONDITIONS;
  return Object.fromEntries(conditions.map((name) => [name, coerced[name]]));
}

/** Plans tell of the subgraphs, which are nobody's business but an administrator's: in development as well. */
const maySeePlans = (viewer: Viewer): boolean =>
  viewer.kind === 'user' && hasScope(viewer, SCHEMA_SCOPE);

/** Hints at names that are nearly right tell the schema to who may not read it. */
function withoutHints({ errors }: InvalidDocument): InvalidDocument {
  return new InvalidDocument(
    errors.map(({ message, source, positions, extensions }) => {
      const [plain = message] = message.split(' Did you mean', 1);
      return new GraphQLError(plain, { source, positions, extensions });
    }),
  );
}

const codeOf = (error: unknown): unknown =>
  error instanceof GraphQLError ? error.extensions['code'] : undefined;

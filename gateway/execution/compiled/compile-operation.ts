import type { PlanNode, SubscriptionNode } from '../../supergraph/planner/plan.ts';
import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  visit,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { FieldCost, WrittenData } from '../executor.ts';
import { selectedParts } from '../../access/selected-parts.ts';
import type { PreparedOperation } from '../operation.ts';
import { clientNames, plannedNames } from '../planned-names.ts';
import { answerOf } from './answer.ts';
import { compileRootMerge } from './fetch-step.ts';
import { shapeOfFetch } from './fetched-shape.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { copyFetched } from './merge.ts';
import { compilePlan } from './plan.ts';
import { compileProjection, type Project } from './projection.ts';
import type { Run } from './run.ts';
import { collectFields, type SelectionScope } from './selected-fields.ts';
import { compileTextProjection } from './text-projection.ts';
import type { WriteText } from './write-text.ts';
import { createTypeConditions } from './type-conditions.ts';

/** An operation compiled once; each part is called for every run. */
export interface CompiledOperation {
  /** With defaults. Errors name what is wrong with a variable. */
  coerce: (
    variables: Readonly<Record<string, unknown>>,
  ) => { coerced: Readonly<Record<string, unknown>> } | { errors: readonly GraphQLError[] };
  run: (run: Run) => void | Promise<void>;
  /** As `run`, with the answer of a subscription's primary fetch given. */
  runEvent: (run: Run, event: ExecutionResult) => void | Promise<void>;
  project: (run: Run) => ExecutionResult;
  /** The data as JSON and what it did cost; nothing where there is an error to tell. */
  write: (run: Run, costs: readonly FieldCost[]) => WrittenData | undefined;
  /** What `write` needs, before it is called; not where it depends on variables. */
  compileAnswer: (costs: readonly FieldCost[]) => void;
}

/** Each set of values of an operation's `@skip` and `@include` has a projection of its own. */
const MAX_PROJECTIONS = 64;

interface Variant {
  project: Project;
  introspect: Introspect;
  /** Made when an answer is first wanted as a text. */
  write: WriteText | undefined;
  scope: SelectionScope;
  /** Of what is denied and selected. */
  accessErrors: readonly GraphQLError[];
  refusal: GraphQLError | undefined;
}

export function compileOperation(prepared: PreparedOperation): CompiledOperation {
  const { supergraph, document, operation, accessErrors, refusals, plan } = prepared;
  const planned = plannedNames(supergraph);
  const names = clientNames(document, planned);
  const { apiSchema: schema } = supergraph;
  const types = createTypeConditions(supergraph.fullSchema);
  const root = rootType(schema, operation.operation);
  const conditionNames = conditionVariables(prepared);
  const denials = new Map(
    accessErrors.flatMap((error) => (error.nodes ?? []).map((node) => [node, error] as const)),
  );
  const variants = new Map<string, Variant>();

  const isRead = operation.operation !== OperationTypeNode.MUTATION;
  const { node } = plan;
  const primary = node?.kind === 'Subscription' ? node.primary : undefined;
  const steps = compilePlan(restOf(node), { types, isRead });
  const addEvent = primary === undefined ? undefined : compileEvent(primary);

  return {
    coerce(variables) {
      const definitions = operation.variableDefinitions ?? [];
      const result =
        definitions.length === 0
          ? { coerced: {} }
          : getVariableValues(schema, definitions, variables);
      if (result.errors !== undefined) return { errors: result.errors.map(badInput) };
      const refusal = refusals.length === 0 ? undefined : variantOf(result.coerced).refusal;
      return refusal === undefined ? result : { errors: [refusal] };
    },
    run(run) {
      if (primary !== undefined) throw new Error('expected an event: this is a subscription');
      return steps(run);
    },
    runEvent(run, event) {
      if (addEvent === undefined) throw new Error('expected a subscription');
      addEvent(run, event);
      return steps(run);
    },
    project(run) {
      const { project, introspect, accessErrors: denied } = variantOf(run.coerced);
      const introspection = introspect(run.coerced);
      return answerOf(run, project, { introspection, accessErrors: denied, names });
    },
    write(run, costs) {
      if (run.errors.length > 0) return undefined;
      const variant = variantOf(run.coerced);
      if (variant.accessErrors.length > 0) return undefined;
      const write = writeOf(variant, costs);
      const counted = { cost: 0 };
      const dataText = write(run.data, counted);
      return dataText === undefined ? undefined : { dataText, cost: counted.cost };
    },
    compileAnswer(costs) {
      if (conditionNames.length === 0) writeOf(variantOf({}), costs);
    },
  };

  function writeOf(variant: Variant, costs: readonly FieldCost[]): WriteText {
    return (variant.write ??= compileTextProjection(operation, root, variant.scope, costs));
  }

  function variantOf(coerced: Readonly<Record<string, unknown>>): Variant {
    const key = conditionNames.map((name) => (coerced[name] === true ? '1' : '0')).join('');
    const known = variants.get(key);
    if (known !== undefined) return known;
    if (variants.size >= MAX_PROJECTIONS) variants.clear();
    const variant = compileVariant(coerced);
    variants.set(key, variant);
    return variant;
  }

  function compileVariant(variables: Readonly<Record<string, unknown>>): Variant {
    const { fragments } = prepared;
    const hasDenied = accessErrors.length + refusals.length > 0;
    const selected = hasDenied ? selectedParts(operation, fragments, variables) : undefined;
    const isSelected = ({ nodes = [] }: GraphQLError) =>
      nodes.some((each) => selected?.has(each as SelectionNode));
    const scope: SelectionScope = { schema, fragments, variables, denials, planned };
    const selections = [{ selectionSet: operation.selectionSet, denial: undefined }];
    const rootFields = collectFields(scope, root, selections);
    return {
      project: compileProjection(operation, root, scope),
      introspect: compileIntrospection(schema, document, operation, rootFields),
      write: undefined,
      scope,
      accessErrors: accessErrors.filter(isSelected),
      refusal: refusals.find(isSelected),
    };
  }

  function compileEvent({ operation: text, outputRewrites }: SubscriptionNode['primary']) {
    const primaryDocument = parse(text, { noLocation: true });
    const merge = compileRootMerge(
      { outputRewrites } as SubscriptionNode['primary'],
      shapeOfFetch(primaryDocument, outputRewrites),
      types,
    );
    const eventShape = shapeOfFetch(primaryDocument);
    return (run: Run, { data, errors = [] }: ExecutionResult) => {
      run.errors.push(...errors);
      // Subscribers may share an event, and completing it changes it.
      merge(run.data, copyFetched(data, eventShape));
    };
  }
}

function badInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function restOf(node: PlanNode | SubscriptionNode | undefined): PlanNode | undefined {
  return node?.kind === 'Subscription' ? node.rest : node;
}

function rootType(schema: GraphQLSchema, operation: OperationTypeNode): GraphQLObjectType {
  const type = schema.getRootType(operation);
  if (type === undefined || type === null) {
    throw new GraphQLError(`the schema has no ${operation}`);
  }
  return type;
}

/** Variables that decide which fields are in the answer. */
function conditionVariables({ document }: PreparedOperation): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].toSorted();
}

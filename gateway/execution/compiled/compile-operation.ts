import type { PlanNode, SubscriptionNode } from '../../supergraph/planner/plan.ts';
import {
  GraphQLError,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { FieldCost, WrittenData } from '../executor.ts';
import type { PreparedOperation } from '../operation.ts';
import { readsPublicOnly } from '../../subscriptions/public-reads.ts';
import {
  compileVariables,
  type CoercedVariables,
  type CoerceVariables,
} from '../coerce-variables.ts';
import { clientNames, plannedNames } from '../planned-names.ts';
import { answerOf } from './answer.ts';
import { compileRootMerge } from './fetch-step.ts';
import type { ParseFetch } from './fetch-documents.ts';
import { createGeneratedWriters } from './generated-writers.ts';
import { shapeOfFetch } from './fetched-shape.ts';
import { compileIntrospection } from './introspection.ts';
import { copyFetched } from './merge.ts';
import { compilePlan } from './plan.ts';
import { compileProjection } from './projection.ts';
import type { Run } from './run.ts';
import { collectFields, type SelectionScope } from './selected-fields.ts';
import { compileTextProjection } from './text-projection.ts';
import type { WriteText } from './write-text.ts';
import { createTypeConditions } from './type-conditions.ts';

/** An operation compiled once; each part is called for every run. */
export interface CompiledOperation {
  /** With defaults. Errors name what is wrong with a variable. */
  coerce: (variables: Readonly<Record<string, unknown>>) => CoercedVariables;
  connectPublic: Run['connectPublic'];
  run: (run: Run) => void | Promise<void>;
  /** As `run`, with the answer of a subscription's primary fetch given. */
  runEvent: (run: Run, event: ExecutionResult) => void | Promise<void>;
  project: (run: Run) => ExecutionResult;
  /** The data as JSON and what it did cost; nothing where there is an error to tell. */
  write: (run: Run, costs: readonly FieldCost[]) => WrittenData | undefined;
  /** What `write` needs, before it is called. */
  compileAnswer: (costs: readonly FieldCost[]) => void;
}

/** Making code for what writes an answer takes about as long as writing a hundred answers. */
const WRITES_UNTIL_GENERATED = 200;

export interface CompileOptions {
  parseFetch: ParseFetch;
  connectForPublic?: Run['connect'] | undefined;
  /** How many answers closures write before there is code for it. */
  writesUntilGenerated?: number | undefined;
}

export function compileOperation(
  prepared: PreparedOperation,
  { parseFetch, connectForPublic, writesUntilGenerated = WRITES_UNTIL_GENERATED }: CompileOptions,
): CompiledOperation {
  const { supergraph, document, operation, fragments, accessErrors, plan } = prepared;
  const planned = plannedNames(supergraph, document);
  const names = new Map([...Object.entries(plan.names ?? {}), ...clientNames(document, planned)]);
  const { apiSchema: schema } = supergraph;
  const types = createTypeConditions(supergraph.fullSchema);
  const root = rootType(schema, operation.operation);
  const denials = new Map(
    accessErrors.flatMap((error) => (error.nodes ?? []).map((node) => [node, error] as const)),
  );
  const scope: SelectionScope = { schema, fragments, denials, planned };
  const selections = [{ selectionSet: operation.selectionSet, denial: undefined }];
  const rootFields = collectFields(scope, root, selections);
  const project = compileProjection(operation, root, scope);
  const introspect = compileIntrospection(schema, document, operation, rootFields);
  /** Made when an answer is first wanted as a text, and made anew when that is wanted often. */
  let writeText: WriteText | undefined;
  let writes = 0;
  let coerceVariables: CoerceVariables | undefined;

  const isRead = operation.operation !== OperationTypeNode.MUTATION;
  const { node } = plan;
  const primary = node?.kind === 'Subscription' ? node.primary : undefined;
  const steps = compilePlan(restOf(node), { types, isRead, parseFetch });
  const addEvent = primary === undefined ? undefined : compileEvent(primary);

  return {
    connectPublic:
      connectForPublic &&
      (({ subgraph, document: fetch }) =>
        readsPublicOnly(supergraph, fetch) ? connectForPublic(subgraph) : undefined),
    coerce(variables) {
      coerceVariables ??= compileVariables(schema, operation.variableDefinitions ?? []);
      const { coerced, errors } = coerceVariables(variables);
      return coerced === undefined ? { errors: errors.map(badInput) } : { coerced };
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
      const introspection = introspect(run.coerced);
      return answerOf(run, project, { introspection, accessErrors, names });
    },
    write(run, costs) {
      if (run.errors.length > 0 || accessErrors.length > 0) return undefined;
      const write = writeOf(costs);
      const counted = { cost: 0 };
      const dataText = write(run.data, counted);
      return dataText === undefined ? undefined : { dataText, cost: counted.cost };
    },
    compileAnswer(costs) {
      writeOf(costs);
    },
  };

  function writeOf(costs: readonly FieldCost[]): WriteText {
    writes += 1;
    if (writes === writesUntilGenerated) {
      writeText = generateWriter(costs) ?? writeText;
    }
    return (writeText ??= compileTextProjection(operation, root, { scope, costs }));
  }

  function generateWriter(costs: readonly FieldCost[]): WriteText | undefined {
    const writers = createGeneratedWriters();
    try {
      return compileTextProjection(operation, root, { scope, costs, writers });
    } catch (error) {
      // Where Node may not make code of texts (`--disallow-code-generation-from-strings`) closures go on writing.
      if (error instanceof EvalError) return undefined;
      throw error;
    }
  }

  function compileEvent({ operation: text, outputRewrites }: SubscriptionNode['primary']) {
    const primaryDocument = parseFetch(text);
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

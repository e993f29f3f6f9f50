import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../../platform/subgraph/connection.ts';
import type { Log } from '../../../platform/telemetry/log.ts';
import type { Supergraph } from '../../supergraph/supergraph.ts';
import type { Executor, WrittenData } from '../executor.ts';
import type { OperationRequest, PreparedOperation } from '../operation.ts';
import type { CoercedVariables } from '../coerce-variables.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import { createParseFetch, type ParseFetch } from './fetch-documents.ts';
import { newResponseObject } from './response-object.ts';
import type { Run } from './run.ts';

type Connect = (subgraph: string) => SubgraphConnection;

export interface CompiledExecutorOptions {
  connect: Connect;
  /** For the fetches of queries, where these may be shared with others. */
  connectForReads?: Connect | undefined;
  /** For what completes the events of subscriptions. */
  connectForEvents?: Connect | undefined;
  /** For those fetches of events that read nothing but what is public. */
  connectForPublic?: Connect | undefined;
  log: Log;
  onRepresentations?: Run['onRepresentations'];
  /** Told how long it took to compile an operation. */
  onCompiled?: (ms: number) => void;
  /** As in `CompileOptions`. */
  writesUntilGenerated?: number;
}

const startPlan = (program: CompiledOperation, run: Run): void | Promise<void> => program.run(run);

/** Compiles an operation when it first runs, and keeps the result as long as the prepared operation. */
export function createCompiledExecutor({
  connect,
  connectForReads = connect,
  connectForEvents = connect,
  connectForPublic,
  log,
  onRepresentations,
  onCompiled,
  writesUntilGenerated,
}: CompiledExecutorOptions): Executor {
  // What is known of a document is known for its supergraph: which of its fields are public, say.
  const parsers = new WeakMap<Supergraph, ParseFetch>();
  const compiled = new WeakMap<PreparedOperation, CompiledOperation>();
  const byKind: Readonly<Record<OperationTypeNode, Connect>> = {
    query: connectForReads,
    mutation: connect,
    subscription: connectForEvents,
  };

  return {
    compile: (operation, costs) => compiledOf(operation).compileAnswer(costs),

    execute: (operation, request) =>
      runOperation(operation, request, startPlan, (program, run) => program.project(run)),

    write: (operation, request, costs) =>
      runOperation<ExecutionResult | WrittenData>(
        operation,
        request,
        startPlan,
        (program, run) => program.write(run, costs) ?? program.project(run),
      ),

    executeEvent: (operation, request, event) =>
      runOperation(
        operation,
        request,
        (program, run) => program.runEvent(run, event),
        (program, run) => program.project(run),
      ),
  };

  async function runOperation<Result>(
    operation: PreparedOperation,
    request: OperationRequest,
    start: (program: CompiledOperation, run: Run) => void | Promise<void>,
    finish: (program: CompiledOperation, run: Run) => Result,
  ): Promise<Result | ExecutionResult> {
    const program = compiledOf(operation);
    const given = request.coerced;
    const { coerced, errors }: CoercedVariables =
      given === undefined ? program.coerce(request.variables) : { coerced: given };
    if (coerced === undefined) return { errors };
    const run: Run = {
      request,
      coerced,
      data: newResponseObject(),
      errors: [],
      answers: undefined,
      hasSharedParts: false,
      connect: byKind[operation.operation.operation],
      connectPublic:
        operation.operation.operation === OperationTypeNode.SUBSCRIPTION
          ? program.connectPublic
          : undefined,
      log,
      onRepresentations,
    };
    const done = start(program, run);
    if (done instanceof Promise) await done;
    // Whoever asked has left: what is missing for that is nobody's error.
    if (request.signal?.aborted === true) return { data: null };
    return finish(program, run);
  }

  function compiledOf(operation: PreparedOperation): CompiledOperation {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const start = performance.now();
    const parseFetch = parsers.get(operation.supergraph) ?? createParseFetch();
    parsers.set(operation.supergraph, parseFetch);
    const options = { parseFetch, connectForPublic, writesUntilGenerated };
    const program = compileOperation(operation, options);
    onCompiled?.(performance.now() - start);
    compiled.set(operation, program);
    return program;
  }
}

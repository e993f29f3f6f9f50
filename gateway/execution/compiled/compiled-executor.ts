import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../../platform/subgraph/connection.ts';
import type { Log } from '../../../platform/telemetry/log.ts';
import type { Executor } from '../executor.ts';
import type { OperationRequest, PreparedOperation } from '../operation.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import { newResponseObject } from './response-object.ts';
import type { Run } from './run.ts';

export interface CompiledExecutorOptions {
  connect: (subgraph: string) => SubgraphConnection;
  log: Log;
  onRepresentations?: Run['onRepresentations'];
}

/** Compiles an operation when it first runs, and keeps the result as long as the prepared operation. */
export function createCompiledExecutor({
  connect,
  log,
  onRepresentations,
}: CompiledExecutorOptions): Executor {
  const compiled = new WeakMap<PreparedOperation, CompiledOperation>();

  return {
    execute: (operation, request) =>
      runOperation(operation, request, (program, run) => program.run(run)),

    executeEvent: (operation, request, event) =>
      runOperation(operation, request, (program, run) => program.runEvent(run, event)),
  };

  async function runOperation(
    operation: PreparedOperation,
    request: OperationRequest,
    runProgram: (program: CompiledOperation, run: Run) => void | Promise<void>,
  ): Promise<ExecutionResult> {
    const program = compiledOf(operation);
    const variables = program.coerce(request.variables);
    if ('errors' in variables) return { errors: variables.errors };
    const run: Run = {
      request,
      coerced: variables.coerced,
      data: newResponseObject(),
      errors: [],
      answers: undefined,
      hasSharedParts: false,
      connect,
      log,
      onRepresentations,
    };
    const done = runProgram(program, run);
    if (done instanceof Promise) await done;
    return program.project(run);
  }

  function compiledOf(operation: PreparedOperation): CompiledOperation {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const program = compileOperation(operation);
    compiled.set(operation, program);
    return program;
  }
}

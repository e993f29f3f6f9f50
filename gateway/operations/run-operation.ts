import type { ExecutionResult } from 'graphql';
import { hasScope } from '../../platform/identity/viewer.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest } from '../execution/operation.ts';
import { SCHEMA_SCOPE, type AdmittedOperation } from './admission.ts';
import { actualCost } from './cost/actual-cost.ts';
import { createOperationMeasures } from './operation-measures.ts';

export type RunOperation = (
  admitted: AdmittedOperation,
  scope: Omit<OperationRequest, 'variables' | 'coerced'>,
) => Promise<OperationResult>;

/** Has `dataText`, JSON, in place of `data` where that was asked for and nothing went wrong. */
export interface OperationResult extends ExecutionResult {
  dataText?: string;
}

export interface RunOptions {
  executor: Executor;
  metrics: Metrics;
  /** Told of every operation that runs. */
  onRun?: (
    admitted: AdmittedOperation,
    scope: Omit<OperationRequest, 'variables' | 'coerced'>,
  ) => void;
}

/**
 * Runs what has been admitted, and tells how long it took and what it cost. Only registered operations have a
 * name in the metrics: names that clients make up would grow without bound.
 */
export function createRunOperation({ executor, metrics, onRun }: RunOptions): RunOperation {
  const measures = createOperationMeasures(metrics);
  const uses = counter(metrics, {
    name: 'gateway_partner_operations_total',
    help: 'operations run by each partner key',
    labelNames: ['partner_key', 'operation'],
  });

  return async (admitted, scope) => {
    const { prepared, operation, variables, coerced, isRegistered, estimatedCost, costTree } =
      admitted;
    const name =
      isRegistered || scope.viewer.kind === 'partner'
        ? (operation.name?.value ?? 'unnamed')
        : 'other';
    const start = performance.now();
    onRun?.(admitted, scope);
    if (scope.viewer.kind === 'partner') {
      uses.inc({ partner_key: scope.viewer.partnerKeyId, operation: name });
    }

    const request = { ...scope, variables, coerced };
    const written =
      scope.isForText === true
        ? await executor.write(prepared, request, costTree)
        : await executor.execute(prepared, request);
    const result: OperationResult =
      'dataText' in written ? { dataText: written.dataText } : written;

    const actual = 'cost' in written ? written.cost : actualCost(costTree, result.data);
    measures.ran(name, {
      ms: performance.now() - start,
      isFailed: result.errors !== undefined,
      estimatedCost,
      actualCost: actual,
    });
    if (!hasScope(scope.viewer, SCHEMA_SCOPE)) return result;
    const cost = { estimated: estimatedCost, actual };
    return { ...result, extensions: { ...result.extensions, cost } };
  };
}

import { GraphQLError } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';

/** Why an operation is not run. */
export type RefusalReason =
  | 'introspection'
  | 'size'
  | 'cost'
  | 'rate'
  | 'input'
  | 'not_registered'
  | 'batch'
  | 'parse'
  | 'validation'
  | 'variables'
  | 'access';

export interface Refusals {
  /** Counts a refusal, also one that is only reported. */
  count: (reason: RefusalReason, isEnforced?: boolean) => void;
  /** Throws the error, or where it is only reported counts and logs what would be refused. */
  refuse: (refusal: Refusal) => void;
}

export interface Refusal {
  reason: RefusalReason;
  error: GraphQLError;
  isEnforced: boolean;
  /** For the log line of one that is only reported. */
  caller: string;
  requestId: string;
}

/** The log shows examples, the metric how many there are. */
const REPORT_EVERY_MS = 1_000;

export function createRefusals(metrics: Metrics, log: Log): Refusals {
  const refusals = counter(metrics, {
    name: 'gateway_refused_operations_total',
    help: 'operations refused, or reported where the rule is not enforced',
    labelNames: ['reason', 'enforced'],
  });
  const reportedAt = new Map<RefusalReason, number>();
  const count = (reason: RefusalReason, isEnforced = true) =>
    refusals.inc({ reason, enforced: String(isEnforced) });

  return {
    count,
    refuse({ reason, error, isEnforced, caller, requestId }) {
      count(reason, isEnforced);
      if (isEnforced) throw error;
      const now = Date.now();
      if (now - (reportedAt.get(reason) ?? 0) < REPORT_EVERY_MS) return;
      reportedAt.set(reason, now);
      log.warn({ reason, caller, requestId, message: error.message }, 'would be refused');
    },
  };
}

/** The one error that most refusals are: a code, and what a program can use beside it. */
export const refusal = (
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError => new GraphQLError(message, { extensions: { code, ...details } });

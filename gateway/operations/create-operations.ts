import type { Redis } from 'ioredis';
import type { SettingsOf } from '../../platform/config/settings.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';
import type { gatewaySettings } from '../settings.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createAdmission, type AdmissionRules, type Admit } from './admission.ts';
import { readCostRules } from './cost/cost-rules.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createFindOperation, type RegisteredOperations } from './find-operation.ts';
import { createInputBudget, type InputBudget } from './input-budget.ts';
import type { OperationLimits } from './operation-limits.ts';
import { createRateLimit } from './rate-limit.ts';
import { ratesOf } from './rates.ts';
import { createRefusals } from './refusals.ts';
import { createSharedTexts } from './shared-texts.ts';

export interface OperationsOptions {
  settings: SettingsOf<typeof gatewaySettings> & { PLAZA_ENV: string };
  registered: RegisteredOperations;
  /** Shares rates between gateways; without it each counts for itself. */
  redis: Redis | undefined;
  log: Log;
  metrics: Metrics;
}

export interface Operations {
  /** The gate of every operation. */
  admit: Admit;
  /** What senders may use up with input before it is known to be good. */
  input: InputBudget;
  /** The documents of a supergraph: replaced with it. */
  documentsOf: (supergraph: Supergraph) => Documents;
  /** Counts plans that were there already, and those that had to be made. */
  onPlan: (isHit: boolean) => void;
}

export function createOperations(options: OperationsOptions): Operations {
  const { settings, registered, redis, log, metrics } = options;
  const refusals = createRefusals(metrics, log);
  const onRead = countHits(metrics, {
    name: 'gateway_documents_total',
    help: 'operations whose text had been checked already, and those that had not',
  });
  const onPlan = countHits(metrics, {
    name: 'gateway_plans_total',
    help: 'operations whose plan was there already, and those whose plan had to be made',
  });
  const rules = rulesOf(settings);
  const { rates, isReportOnly } = rules;
  const rateLimit = createRateLimit({ redis, log, metrics });

  return {
    input: createInputBudget({ rateLimit, refusals, rates, isReportOnly }),
    admit: createAdmission({
      find: createFindOperation({
        registered,
        safelist: settings.GATEWAY_SAFELIST,
        refusals,
        shared: redis && createSharedTexts({ redis, log }),
      }),
      rateLimit,
      refusals,
      rules,
    }),
    documentsOf: (supergraph) =>
      createDocuments({
        supergraph,
        costRules: readCostRules(supergraph.sdl),
        limits: limitsOf(settings),
        maxTokens: settings.GATEWAY_MAX_TOKENS,
        isReportOnly,
        onRead,
      }),
    onPlan,
  };
}

/** Counted as plain numbers, as every request does it. */
function countHits(
  metrics: Metrics,
  { name, help }: { name: string; help: string },
): (isHit: boolean) => void {
  let hits = 0;
  let misses = 0;
  counter(metrics, {
    name,
    help,
    labelNames: ['outcome'],
    collect() {
      this.reset();
      this.inc({ outcome: 'hit' }, hits);
      this.inc({ outcome: 'miss' }, misses);
    },
  });
  return (isHit) => {
    if (isHit) hits += 1;
    else misses += 1;
  };
}

function limitsOf(settings: OperationsOptions['settings']): OperationLimits {
  return {
    depth: settings.GATEWAY_MAX_DEPTH,
    fields: settings.GATEWAY_MAX_FIELDS,
    rootFields: settings.GATEWAY_MAX_ROOT_FIELDS,
    aliases: settings.GATEWAY_MAX_ALIASES,
    directives: settings.GATEWAY_MAX_DIRECTIVES,
    repeats: settings.GATEWAY_MAX_REPEATED_FIELDS,
  };
}

function rulesOf(settings: OperationsOptions['settings']): AdmissionRules {
  return {
    isIntrospectionPublic: settings.PLAZA_ENV !== 'production',
    maxCost: {
      anonymous: settings.GATEWAY_MAX_COST_ANONYMOUS,
      user: settings.GATEWAY_MAX_COST_USER,
      partner: settings.GATEWAY_MAX_COST_PARTNER,
      service: 0,
    },
    listSize: settings.GATEWAY_ASSUMED_LIST_SIZE,
    rates: ratesOf(settings),
    costPerPoint: settings.GATEWAY_COST_PER_POINT,
    isReportOnly: settings.GATEWAY_LIMITS === 'report',
  };
}

import { createDocuments, type Documents } from '../operations/documents.ts';
import { readCostRules } from '../operations/cost/cost-rules.ts';
import type { OperationLimits } from '../operations/operation-limits.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

const LIMITS: OperationLimits = {
  depth: 20,
  fields: 1_000,
  rootFields: 10,
  aliases: 10,
  directives: 10,
  repeats: 10,
};

/** Documents of a supergraph, within the limits that a test needs. */
export function tinyDocuments(
  supergraph: Supergraph,
  options: { limits?: Partial<OperationLimits>; isReportOnly?: boolean } = {},
): Documents {
  return createDocuments({
    supergraph,
    costRules: readCostRules(supergraph.sdl),
    limits: { ...LIMITS, ...options.limits },
    maxTokens: 1_000,
    isReportOnly: options.isReportOnly ?? false,
  });
}

import { readFileSync } from 'node:fs';
import { readSettings } from '../../platform/config/settings.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { gatewaySettings } from '../settings.ts';
import { combinationsOf } from '../supergraph/planner/conditions.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import { estimateCost } from './cost/estimate-cost.ts';
import { createOperations } from './create-operations.ts';
import { loadPersistedOperations } from './persisted-operations.ts';

const settings = { ...readSettings(gatewaySettings, {}), PLAZA_ENV: 'production' };
const supergraph = buildSupergraph(readFileSync('schema/supergraph.graphql', 'utf8'));
const registered = loadPersistedOperations(settings.PERSISTED_OPERATIONS_FILE);
const documents = createOperations({
  settings,
  registered,
  redis: undefined,
  log: silentLog,
  metrics: createMetrics(),
}).documentsOf(supergraph);

/** Longer pages than any of the web's own. */
const variables = { first: 50 };

test('every operation of our own is within the limits as they are shipped, and takes one point', () => {
  const costs = Array.from(registered.texts()).flatMap((text) => {
    const checked = documents.read(text, undefined);
    return combinationsOf(checked.conditions ?? [], 16).map((conditions) => {
      const { costTree } = documents.decide(checked, conditions);
      return estimateCost(costTree, { listSize: settings.GATEWAY_ASSUMED_LIST_SIZE, variables });
    });
  });

  expect(costs.length).toBeGreaterThan(0);
  expect(Math.max(...costs)).toBeLessThan(
    Math.min(settings.GATEWAY_MAX_COST_ANONYMOUS, settings.GATEWAY_COST_PER_POINT),
  );
});

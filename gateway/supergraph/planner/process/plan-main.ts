import { parse, type DocumentNode } from 'graphql';
import type { ActiveOverrides } from '../../overrides.ts';
import { apiSchemaOf, fullSchemaOf } from '../../schemas.ts';
import { completeMembers } from '../complete-members.ts';
import { createHivePlanner } from '../hive-planner.ts';
import type { Plan } from '../plan.ts';
import type { LocalPlanner, Planner } from '../planner.ts';
import { withDistinctRequirements } from '../requirements/with-distinct-requirements.ts';
import { readSubgraphTypes } from '../subgraph-types.ts';
import type { PlannedSupergraph, PlannerReply, PlannerRequest } from './messages.ts';
import { outliveSignals } from './outlive-signals.ts';

// Plans on one supergraph, apart from the process that answers requests: see planner-process.ts.
let planner: Planner | undefined;

outliveSignals();
process.on('message', (request: PlannerRequest) => void answer(request).then(send));

async function answer(request: PlannerRequest): Promise<PlannerReply> {
  try {
    if (request.kind === 'plan') return { kind: 'planned', plan: await plan(request) };
    planner = await createSmallPlanner(request);
    return { kind: 'ready' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function plan({ text, overrides }: PlannerRequest & { kind: 'plan' }): Promise<Plan> {
  if (planner === undefined) throw new Error('expected a supergraph first');
  return planner.plan(parse(text, { noLocation: true }), overrides);
}

/** As `createPlanner`; Apollo's planner, which is most of the memory, is not even loaded before it is needed. */
async function createSmallPlanner({
  sdl,
  apiSdl,
  planner: name,
}: PlannedSupergraph): Promise<Planner> {
  const fullSchema = fullSchemaOf(sdl);
  const types = readSubgraphTypes(sdl);
  const hive =
    name === 'hive'
      ? withDistinctRequirements(sdl, (text) =>
          createHivePlanner(text, apiSchemaOf(apiSdl, fullSchema)),
        )
      : undefined;
  let apollo: LocalPlanner | undefined = hive === undefined ? await loadApollo(sdl) : undefined;

  return {
    plan: async (document, overrides) =>
      completeMembers(await planBy(document, overrides), document, fullSchema, types),
  };

  async function planBy(
    document: DocumentNode,
    overrides: ActiveOverrides | undefined,
  ): Promise<Plan> {
    try {
      if (hive !== undefined) return hive.plan(document, overrides);
    } catch {
      // Where the other cannot plan it either, its error says why.
    }
    apollo ??= await loadApollo(sdl);
    return apollo.plan(document, overrides);
  }
}

async function loadApollo(sdl: string): Promise<LocalPlanner> {
  const { createApolloPlanner } = await import('../apollo-planner.ts');
  return withDistinctRequirements(sdl, createApolloPlanner);
}

function send(reply: PlannerReply): void {
  if (process.connected) process.send?.(reply);
}

import { parse, type GraphQLSchema } from 'graphql';
import { readSupergraph } from '../../read-supergraph.ts';
import { apiSchemaOf, fullSchemaOf } from '../../schemas.ts';
import { createPlanner } from '../create-planner.ts';
import type { Plan } from '../plan.ts';
import type { PlannerReply, PlannerRequest } from './messages.ts';

// Reads one supergraph and plans on it, apart from the process that answers requests: see planner-process.ts.
type PlanText = (text: string) => Plan | Promise<Plan>;
let planText: PlanText | undefined;

process.on('message', (request: PlannerRequest) => void answer(request).then(send));
process.on('disconnect', () => process.exit());
// A signal to the whole group is for the gateway, which ends this process when it has drained.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function answer(request: PlannerRequest): Promise<PlannerReply> {
  try {
    return request.kind === 'load' ? load(request) : { kind: 'planned', plan: await plan(request) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function load({ sdl, planner: name }: PlannerRequest & { kind: 'load' }): PlannerReply {
  const read = readSupergraph(sdl);
  const fullSchema: GraphQLSchema = fullSchemaOf(sdl);
  const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
  const planner = createPlanner(name, { sdl, apiSchema, fullSchema });
  planText = (text) => planner.plan(parse(text, { noLocation: true }));
  return { kind: 'loaded', ...read };
}

function plan({ text }: PlannerRequest & { kind: 'plan' }): Plan | Promise<Plan> {
  if (planText === undefined) throw new Error('expected a supergraph first');
  return planText(text);
}

function send(reply: PlannerReply): void {
  if (process.connected) process.send?.(reply);
}

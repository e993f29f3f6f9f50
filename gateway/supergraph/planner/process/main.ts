import { parse, type GraphQLSchema } from 'graphql';
import { readSupergraph } from '../../read-supergraph.ts';
import { apiSchemaOf, fullSchemaOf } from '../../schemas.ts';
import { createPlanner } from '../create-planner.ts';
import type { Plan } from '../plan.ts';
import type { LocalPlanner } from '../planner.ts';
import type { PlannerReply, PlannerRequest } from './messages.ts';

// Reads one supergraph and plans on it, apart from the process that answers requests: see planner-process.ts.
let planner: LocalPlanner | undefined;

process.on('message', (request: PlannerRequest) => send(answer(request)));
process.on('disconnect', () => process.exit());
// A signal to the whole group is for the gateway, which ends this process when it has drained.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

function answer(request: PlannerRequest): PlannerReply {
  try {
    return request.kind === 'load' ? load(request) : { kind: 'planned', plan: plan(request) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function load({ sdl, planner: name }: PlannerRequest & { kind: 'load' }): PlannerReply {
  const read = readSupergraph(sdl);
  const fullSchema: GraphQLSchema = fullSchemaOf(sdl);
  const apiSchema = apiSchemaOf(read.apiSdl, fullSchema);
  planner = createPlanner(name, { sdl, apiSchema, fullSchema });
  return { kind: 'loaded', ...read };
}

function plan({ text, overrides }: PlannerRequest & { kind: 'plan' }): Plan {
  if (planner === undefined) throw new Error('expected a supergraph first');
  return planner.plan(parse(text, { noLocation: true }), overrides);
}

function send(reply: PlannerReply): void {
  if (process.connected) process.send?.(reply);
}

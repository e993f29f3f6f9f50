import type { ActiveOverrides } from '../../overrides.ts';
import type { Plan } from '../plan.ts';
import type { PlannerName } from '../planner.ts';

/** What the gateway asks of a planner's process: the supergraph first, then one operation after the other. */
export type PlannerRequest =
  | { kind: 'load'; sdl: string; planner: PlannerName }
  | { kind: 'plan'; text: string; overrides: ActiveOverrides };

/** One for each request, in their order. */
export type PlannerReply =
  | ({ kind: 'loaded' } & ReadSupergraph)
  | { kind: 'planned'; plan: Plan }
  | { kind: 'failed'; message: string };

/** What the gateway itself needs to know of a supergraph that another process has read. */
export interface ReadSupergraph {
  /** What clients see, without the directives that only operations have. */
  apiSdl: string;
  /** Where the supergraph says that they are. */
  subgraphs: readonly { name: string; url: string }[];
}

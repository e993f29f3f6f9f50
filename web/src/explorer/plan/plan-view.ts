/** What the gateway tells an administrator of an operation's plan, in `extensions.plan`. */
export interface PlanView {
  ms: number;
  fetches: number;
  sent: number;
  root?: PlanStep;
}

export type PlanStep = { kind: 'sequence' | 'parallel'; steps: PlanStep[] } | PlanFetch;

export interface PlanFetch {
  kind: 'fetch' | 'subscription';
  subgraph: string;
  /** Where in the answer; empty at the root. */
  path: string;
  document: string;
  /** Absent where it was not sent. */
  sent?: SentFetch;
}

export interface SentFetch {
  startedMs: number;
  ms: number;
  waiting: number;
  representations?: number;
  bytes: number;
  errors?: readonly string[];
}

/** By `@cost` and `@listSize`. */
export interface Cost {
  estimated: number;
  actual: number;
}

/** What the panel shows. */
export type Shown =
  | { kind: 'nothing' }
  /** The answer came without: the viewer may not see it. */
  | { kind: 'refused' }
  | { kind: 'plan'; plan: PlanView; cost: Cost | undefined };

/** Takes the plan out of an answer, so that the answer's own pane stays as short as it is. */
export function takePlan(answer: unknown): { answer: unknown; shown: Shown } {
  const extensions = (answer as { extensions?: Extensions } | null)?.extensions;
  const plan = extensions?.plan;
  if (extensions === undefined || plan === undefined) return { answer, shown: { kind: 'refused' } };
  const { plan: _taken, ...others } = extensions;
  return {
    answer: { ...(answer as object), extensions: others },
    shown: { kind: 'plan', plan, cost: extensions.cost },
  };
}

interface Extensions {
  plan?: PlanView;
  cost?: Cost;
}

import type { FetchNode, PlanNode, Plan, SubscriptionNode } from '../../supergraph/planner/plan.ts';
import { parse, print } from 'graphql';
import type { FetchRecorder, RecordedFetch } from './record-fetches.ts';

/** A plan and what came of it, as it stands in `extensions.plan`. */
export interface PlanView {
  /** From the admitted operation to its answer. */
  ms: number;
  /** How many fetches the plan has, and how many of them were sent. */
  fetches: number;
  sent: number;
  /** Absent where no subgraph has to be asked. */
  root?: PlanStepView;
}

export type PlanStepView = { kind: 'sequence' | 'parallel'; steps: PlanStepView[] } | FetchView;

export interface FetchView {
  kind: 'fetch' | 'subscription';
  subgraph: string;
  /** Where in the answer its objects stand, one after the other; `@` is each of a list. Empty at the root. */
  path: string;
  document: string;
  /** Absent where it was not sent: nothing waited for it, or another fetch had the same answer. */
  sent?: RecordedFetch;
}

const MAX_DOCUMENT_LENGTH = 20_000;

type Path = readonly (string | number)[];

const written = (path: Path): string => path.filter((element) => element !== '').join('.');

export function describePlan({ node }: Plan, recorder: FetchRecorder): PlanView {
  let fetches = 0;
  let sent = 0;
  const [root, ...others] = node === undefined ? [] : stepsOf(node, []);
  const whole: PlanStepView | undefined =
    root === undefined || others.length === 0
      ? root
      : { kind: 'sequence', steps: [root, ...others] };
  return { ms: recorder.elapsedMs(), fetches, sent, ...(whole !== undefined && { root: whole }) };

  function stepsOf(part: PlanNode | SubscriptionNode, path: Path): PlanStepView[] {
    switch (part.kind) {
      case 'Fetch':
        return [fetchView(part, path, 'fetch')];
      case 'Flatten':
        return stepsOf(part.node, [...path, ...part.path]);
      case 'Sequence':
      case 'Parallel': {
        const kind = part.kind === 'Sequence' ? 'sequence' : 'parallel';
        return [{ kind, steps: part.nodes.flatMap((child) => stepsOf(child, path)) }];
      }
      case 'Subscription':
        return [
          fetchView(part.primary, [], 'subscription'),
          ...(part.rest === undefined ? [] : stepsOf(part.rest, [])),
        ];
    }
  }

  function fetchView(fetch: FetchNode, path: Path, kind: FetchView['kind']): FetchView {
    const found = recorder.find(fetch);
    fetches += 1;
    if (found !== undefined) sent += 1;
    return {
      kind,
      subgraph: fetch.serviceName,
      path: (fetch.lookups?.flatMap(({ paths }) => paths) ?? [path]).map(written).join(', '),
      document: print(parse(fetch.operation, { noLocation: true })).slice(0, MAX_DOCUMENT_LENGTH),
      ...(found !== undefined && { sent: found }),
    };
  }
}

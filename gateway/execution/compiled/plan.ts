import type { FetchNode, PlanNode, SubscriptionNode } from '../../supergraph/planner/plan.ts';
import { parsePlacePath } from './entity-places.ts';
import { compileFetch, type FetchOptions } from './fetch-step.ts';
import type { Run, Step } from './run.ts';

type ResponsePath = readonly (string | number)[];

export interface CompilePlanOptions extends FetchOptions {
  /** In a mutation a fetch that is written twice is done twice: what it reads may have changed. */
  isRead: boolean;
}

const NOTHING: Step = () => undefined;

/** A plan as a function that runs it. */
export function compilePlan(node: PlanNode | undefined, options: CompilePlanOptions): Step {
  if (node === undefined) return NOTHING;
  const repeated = options.isRead ? repeatedFetches(node) : new Map<string, string>();
  return compile(node, []);

  function compile(part: PlanNode, path: ResponsePath): Step {
    switch (part.kind) {
      case 'Fetch': {
        const repeatedAs = repeated.get(identityOf(part));
        return compileFetch(part, parsePlacePath(path), repeatedAs, options);
      }
      case 'Flatten':
        return compile(part.node, [...path, ...part.path]);
      case 'Sequence':
        return inSequence(part.nodes.map((child) => compile(child, path)));
      case 'Parallel':
        return inParallel(part.nodes.map((child) => compile(child, path)));
    }
  }
}

function inSequence(steps: readonly Step[]): Step {
  return (run) => runFrom(0, run);

  function runFrom(first: number, run: Run): void | Promise<void> {
    for (let index = first; index < steps.length; index += 1) {
      const done = steps[index]?.(run);
      if (done instanceof Promise) return done.then(() => runFrom(index + 1, run));
    }
    return undefined;
  }
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    let underWay: Promise<void>[] | undefined;
    for (const step of steps) {
      const done = step(run);
      if (done instanceof Promise) (underWay ??= []).push(done);
    }
    return underWay === undefined ? undefined : Promise.all(underWay).then(() => undefined);
  };
}

/** Fetches that stand in the plan more than once, each under a short name. */
function repeatedFetches(root: PlanNode | SubscriptionNode): Map<string, string> {
  const seen = new Set<string>();
  const repeated = new Map<string, string>();
  visit(root);
  return repeated;

  function visit(node: PlanNode | SubscriptionNode | undefined): void {
    if (node?.kind === 'Fetch') {
      const identity = identityOf(node);
      const isNew = !repeated.has(identity);
      if (isNew && seen.has(identity)) repeated.set(identity, String(repeated.size));
      seen.add(identity);
    } else if (node?.kind === 'Flatten') visit(node.node);
    else if (node?.kind === 'Sequence' || node?.kind === 'Parallel') node.nodes.forEach(visit);
  }
}

// Operation names carry the number of the fetch in its plan and say nothing of what is asked.
function identityOf({ serviceName, operation, operationName, inputRewrites }: FetchNode): string {
  const anonymous =
    operationName === undefined ? operation : operation.replace(` ${operationName}`, ' ');
  return JSON.stringify([serviceName, anonymous, inputRewrites ?? []]);
}

import { useEffect, useSyncExternalStore } from 'react';
import { PlanSteps } from './plan-steps.tsx';
import type { PlanStore } from './plan-store.ts';
import type { Shown } from './plan-view.ts';
import './plan.css';

/** The plan of the last operation: as long as it is open, operations ask for theirs. */
export function PlanPanel({ store }: { store: PlanStore }) {
  useEffect(() => store.open(), [store]);
  const shown = useSyncExternalStore(store.subscribe, store.current);
  return (
    <section className="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">Plan</h2>
      <div role="status">{summaryOf(shown)}</div>
      {shown.kind === 'plan' && shown.plan.root !== undefined && (
        <ol className="plan-steps" aria-label="Steps of the plan">
          <PlanSteps step={shown.plan.root} totalMs={shown.plan.ms} />
        </ol>
      )}
    </section>
  );
}

function summaryOf(shown: Shown) {
  if (shown.kind === 'nothing') {
    return (
      <p>Run an operation as an administrator to see which subgraphs it asks, and for what.</p>
    );
  }
  if (shown.kind === 'refused') {
    return (
      <p>
        The answer came without a plan. Administrators may see it: put{' '}
        <code>{'{"authorization": "Bearer …"}'}</code> of one into Headers and run it again.
      </p>
    );
  }
  const { plan, cost } = shown;
  return (
    <dl className="plan-summary">
      <div>
        <dt>Time</dt>
        <dd>{plan.ms.toFixed(1)} ms</dd>
      </div>
      <div>
        <dt>Fetches sent</dt>
        <dd>
          {plan.sent} of {plan.fetches}
        </dd>
      </div>
      {cost !== undefined && (
        <div>
          <dt>Cost</dt>
          <dd>
            {cost.actual} <span className="plan-quiet">of {cost.estimated} estimated</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

import { PlanFetchStep } from './plan-fetch-step.tsx';
import type { PlanStep } from './plan-view.ts';

/** A step of a plan with the steps inside of it. */
export function PlanSteps({ step, totalMs }: { step: PlanStep; totalMs: number }) {
  if ('subgraph' in step) return <PlanFetchStep fetch={step} totalMs={totalMs} />;
  const isSequence = step.kind === 'sequence';
  return (
    <li className="plan-group">
      <p className="plan-kind">{isSequence ? 'One after the other' : 'At the same time'}</p>
      <ol className={isSequence ? 'plan-sequence' : 'plan-parallel'}>
        {step.steps.map((child, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a plan is replaced as a whole
          <PlanSteps key={place} step={child} totalMs={totalMs} />
        ))}
      </ol>
    </li>
  );
}

import type { GraphiQLProps } from 'graphiql';
import { PlanPanel } from './plan-panel.tsx';
import type { PlanStore } from './plan-store.ts';

type GraphiQLPlugin = NonNullable<GraphiQLProps['plugins']>[number];

/** The panel as GraphiQL shows it, beside the documentation. */
export function createPlanPlugin(store: PlanStore): GraphiQLPlugin {
  return {
    title: 'Plan',
    icon: PlanIcon,
    content: () => <PlanPanel store={store} />,
  };
}

function PlanIcon() {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="5" cy="12" r="2.5" />
      <circle cx="19" cy="5" r="2.5" />
      <circle cx="19" cy="19" r="2.5" />
      <path d="M7.5 12h4M11.5 12V7a2 2 0 0 1 2-2h3M11.5 12v5a2 2 0 0 0 2 2h3" />
    </svg>
  );
}

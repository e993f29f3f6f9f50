import type { Fetcher } from '@graphiql/toolkit';
import type { PlanStore } from './plan-store.ts';
import { takePlan } from './plan-view.ts';

/** Asks for the plan with each operation while somebody looks at the panel, and shows it there. */
export function fetchWithPlan(send: Fetcher, store: PlanStore): Fetcher {
  return async (operation, options) => {
    // The explorer asks for the schema with an operation of its own.
    if (!store.isAsked() || operation.operationName === 'IntrospectionQuery') {
      return send(operation, options);
    }
    const asked = { ...operation, extensions: { plan: true } };
    const sent = await send(asked, options);
    // Events of a subscription go straight to the answer's pane.
    if (Symbol.asyncIterator in sent || 'subscribe' in sent) return sent;
    const { answer, shown } = takePlan(sent);
    store.show(shown);
    return answer as typeof sent;
  };
}

import type { Shown } from './plan-view.ts';

/** What the panel and the fetcher of the explorer share: neither is made by the other. */
export interface PlanStore {
  /** While the panel is open, operations ask for their plan. */
  isAsked: () => boolean;
  open: () => () => void;
  show: (shown: Shown) => void;
  current: () => Shown;
  subscribe: (listen: () => void) => () => void;
}

export function createPlanStore(): PlanStore {
  const listeners = new Set<() => void>();
  let panels = 0;
  let shown: Shown = { kind: 'nothing' };
  return {
    isAsked: () => panels > 0,
    open() {
      panels += 1;
      return () => {
        panels -= 1;
      };
    },
    show(next) {
      shown = next;
      for (const listen of listeners) listen();
    },
    current: () => shown,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

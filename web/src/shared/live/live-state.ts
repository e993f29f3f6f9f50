/** How the live updates of the page are doing. */
export type LiveState = {
  readonly phase: 'idle' | 'connecting' | 'live' | 'interrupted';
  /** How often live updates came back after an interruption: what changed meanwhile must be fetched. */
  readonly recoveries: number;
};

export type LiveEvent = 'connecting' | 'connected' | 'lost' | 'released';

export const IDLE: LiveState = { phase: 'idle', recoveries: 0 };

/**
 * `lost` is a connection that broke while somebody listened; `released` one that closed because nobody does any more.
 * An interruption lasts until the connection stands again, however many attempts that takes.
 */
export function evolveLive(state: LiveState, event: LiveEvent): LiveState {
  switch (event) {
    case 'connecting':
      return state.phase === 'interrupted' ? state : { ...state, phase: 'connecting' };
    case 'connected':
      return {
        phase: 'live',
        recoveries: state.recoveries + (state.phase === 'interrupted' ? 1 : 0),
      };
    case 'lost':
      return { ...state, phase: 'interrupted' };
    case 'released':
      return { ...state, phase: 'idle' };
  }
}

export type LiveStore = {
  current: () => LiveState;
  apply: (event: LiveEvent) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createLiveStore(): LiveStore {
  const listeners = new Set<() => void>();
  let state = IDLE;
  return {
    current: () => state,
    apply: (event) => {
      const next = evolveLive(state, event);
      if (next.phase === state.phase && next.recoveries === state.recoveries) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

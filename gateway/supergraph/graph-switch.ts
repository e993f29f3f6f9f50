import type { Log } from '../../platform/telemetry/log.ts';
import type { ServedGraph } from './served-graph.ts';
import type { Supergraph } from './supergraph.ts';

/** Which graph is served, and the change to another under traffic. */
export interface GraphSwitch {
  current: () => ServedGraph;
  /** Runs a request on the graph that is current now; that graph lives until the request has ended. */
  run: <Result>(work: (graph: ServedGraph) => Promise<Result>) => Promise<Result>;
  /**
   * Builds and warms the next graph aside, then makes it current. Rejects when it cannot be served:
   * the old one goes on. Swaps happen one after the other.
   */
  swap: (supergraph: Supergraph) => Promise<void>;
  /** Called right after the new graph has become current: what is bound to the old one ends here. */
  onSwap: (listen: (now: ServedGraph, before: ServedGraph) => void) => void;
  stop: () => Promise<void>;
}

export interface GraphSwitchOptions {
  supergraph: Supergraph;
  /** Makes a graph ready to answer, its most used operations prepared. */
  serve: (supergraph: Supergraph) => Promise<ServedGraph>;
  /** An old graph whose requests have not ended by then is let go all the same. */
  drainMs: number;
  log: Log;
}

interface Lease {
  graph: ServedGraph;
  underWay: number;
  /** Set when the graph has been replaced: called when its last request has ended. */
  onIdle?: () => void;
}

export async function createGraphSwitch(options: GraphSwitchOptions): Promise<GraphSwitch> {
  const { serve, drainMs, log } = options;
  const listeners: ((now: ServedGraph, before: ServedGraph) => void)[] = [];
  const retiring = new Set<Promise<void>>();
  let lease: Lease = { graph: await serve(options.supergraph), underWay: 0 };
  let lastSwap = Promise.resolve();

  return {
    current: () => lease.graph,

    async run(work) {
      const mine = lease;
      mine.underWay += 1;
      try {
        return await work(mine.graph);
      } finally {
        mine.underWay -= 1;
        if (mine.underWay === 0) mine.onIdle?.();
      }
    },

    swap(supergraph) {
      const swapped = lastSwap.then(() => change(supergraph));
      lastSwap = swapped.catch(() => undefined);
      return swapped;
    },

    onSwap: (listen) => void listeners.push(listen),

    async stop() {
      await lastSwap;
      await Promise.all([...retiring, lease.graph.stop()]);
    },
  };

  async function change(supergraph: Supergraph): Promise<void> {
    if (supergraph.id === lease.graph.supergraph.id) {
      if (supergraph !== lease.graph.supergraph) supergraph.close();
      return;
    }
    const before = lease;
    const graph = await serve(supergraph).catch((error: unknown) => {
      supergraph.close();
      throw error;
    });
    lease = { graph, underWay: 0 };
    for (const listen of listeners) listen(graph, before.graph);
    const retired = retire(before).finally(() => retiring.delete(retired));
    retiring.add(retired);
  }

  async function retire(old: Lease): Promise<void> {
    if (old.underWay > 0) await idle(old);
    if (old.underWay > 0) log.warn({ underWay: old.underWay }, 'requests outlive their supergraph');
    await old.graph.stop();
  }

  function idle(old: Lease): Promise<void> {
    return new Promise((resolve) => {
      const deadline = setTimeout(resolve, drainMs);
      old.onIdle = () => {
        clearTimeout(deadline);
        resolve();
      };
    });
  }
}

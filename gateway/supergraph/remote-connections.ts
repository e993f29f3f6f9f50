import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { Connections } from '../../platform/subgraph/connections.ts';

/** Connections whose subgraphs may move: a new supergraph says where they are now. */
export interface RemoteConnections extends Connections {
  /**
   * Where each subgraph is from now on. A connection that nothing needs any more is closed when the
   * requests that may use it have had their time.
   */
  route: (urls: ReadonlyMap<string, string>) => void;
}

export interface RemoteConnectionsOptions {
  connect: (name: string, url: string) => SubgraphConnection;
  drainMs: number;
  onCloseError: (error: unknown) => void;
}

interface Target {
  url: string;
  connection: SubgraphConnection;
}

export function createRemoteConnections(options: RemoteConnectionsOptions): RemoteConnections {
  const { connect, drainMs, onCloseError } = options;
  let urls: ReadonlyMap<string, string> = new Map();
  const targets = new Map<string, Target>();
  const facades = new Map<string, SubgraphConnection>();
  const draining = new Map<SubgraphConnection, NodeJS.Timeout>();

  return {
    get(name) {
      const known = facades.get(name);
      if (known !== undefined) return known;
      // A compiled plan may hold on to it: where it leads is looked up with each request.
      const facade: SubgraphConnection = {
        name,
        execute: async (request) => target(name).execute(request),
        subscribe: async (request) => target(name).subscribe(request),
        close: () => Promise.resolve(),
      };
      facades.set(name, facade);
      return facade;
    },

    route(next) {
      urls = next;
      for (const [name, { url, connection }] of targets) {
        if (urls.get(name) === url) continue;
        // A request under way on the old supergraph may still ask a subgraph that the new one lacks.
        if (urls.has(name)) targets.delete(name);
        closeLater(name, connection);
      }
    },

    async close() {
      const all = new Set(Array.from(targets.values(), ({ connection }) => connection));
      for (const [connection, timer] of draining) {
        clearTimeout(timer);
        all.add(connection);
      }
      draining.clear();
      targets.clear();
      await Promise.all(Array.from(all, (connection) => connection.close()));
    },
  };

  function target(name: string): SubgraphConnection {
    const known = targets.get(name);
    if (known !== undefined) return known.connection;
    const url = urls.get(name);
    if (url === undefined) throw new Error(`the supergraph has no subgraph ${name}`);
    const connection = connect(name, url);
    targets.set(name, { url, connection });
    return connection;
  }

  function closeLater(name: string, connection: SubgraphConnection): void {
    if (draining.has(connection)) return;
    const timer = setTimeout(() => {
      draining.delete(connection);
      const current = targets.get(name);
      if (current?.connection === connection) {
        // The subgraph has come back in the meantime, where it was.
        if (urls.get(name) === current.url) return;
        targets.delete(name);
      }
      if (!urls.has(name)) facades.delete(name);
      connection.close().catch(onCloseError);
    }, drainMs);
    timer.unref();
    draining.set(connection, timer);
  }
}

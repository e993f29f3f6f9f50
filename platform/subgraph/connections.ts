import type { SubgraphConnection } from './connection.ts';

/** The connections of a process, one a subgraph, made when first asked for. */
export interface Connections {
  get: (name: string) => SubgraphConnection;
  close: () => Promise<void>;
}

export function createConnections(connect: (name: string) => SubgraphConnection): Connections {
  const connections = new Map<string, SubgraphConnection>();
  return {
    get(name) {
      const known = connections.get(name);
      if (known !== undefined) return known;
      const connection = connect(name);
      connections.set(name, connection);
      return connection;
    },
    async close() {
      await Promise.all(Array.from(connections.values(), (connection) => connection.close()));
    },
  };
}

/** Where a subgraph is: from the setting `SUBGRAPH_URLS` (name=url, …), else the host of its name. */
export function subgraphUrl(
  setting: string | undefined,
  name: string,
  otherwise = `http://${name}:4001/graphql`,
): string {
  const entries = (setting ?? '').split(',').map((entry) => splitEntry(entry.trim()));
  return entries.find(([key]) => key === name)?.[1] ?? otherwise;
}

/** A URL may have `=` in it. */
function splitEntry(entry: string): [name: string, url: string] {
  const at = entry.indexOf('=');
  return [entry.slice(0, at), entry.slice(at + 1)];
}

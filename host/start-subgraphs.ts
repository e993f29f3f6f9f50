import type { Lifecycle } from '../platform/process/lifecycle.ts';
import { newId } from '../platform/process/new-id.ts';
import { createConnections, type Connections } from '../platform/subgraph/connections.ts';
import { createGraphClient } from '../platform/subgraph/graph-client.ts';
import {
  startSubgraph,
  type RunningSubgraph,
  type SubgraphResources,
} from '../platform/subgraph/start-subgraph.ts';
import { subgraphs } from './subgraphs.ts';

const now = () => new Date();

export interface RunningSubgraphs {
  all: readonly RunningSubgraph[];
  connections: Connections;
}

/** Every subgraph in this thread, without HTTP between them. */
export async function startSubgraphs(
  resources: Omit<SubgraphResources, 'graph' | 'now' | 'newId'>,
  lifecycle: Lifecycle,
): Promise<RunningSubgraphs> {
  const running = new Map<string, RunningSubgraph>();
  const connections = createConnections((name) => {
    const subgraph = running.get(name);
    if (subgraph === undefined) throw new Error(`there is no subgraph ${name}`);
    return subgraph.connection;
  });
  await Promise.all(
    subgraphs.map(async (definition) => {
      const { name } = definition;
      const graph = createGraphClient({ service: name, connect: connections.get, newId });
      running.set(name, await startSubgraph(definition, { ...resources, graph, now, newId }));
    }),
  );
  const all = Array.from(running.values());
  lifecycle.onStop('subgraphs', () => Promise.all(all.map((subgraph) => subgraph.stop())));
  return { all, connections };
}

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { v7 as newId } from 'uuid';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { runProcess } from '../../platform/process/lifecycle.ts';
import { createConnections } from '../../platform/subgraph/connections.ts';
import { createSubgraphExecutor } from '../../platform/subgraph/executor.ts';
import { createLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { createGateway } from '../create-gateway.ts';
import { readGatewaySettings } from '../main-settings.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';

// A gateway with its subgraphs in the same process, as the product runs on one machine, for any subgraphs:
// node in-process-gateway.ts <supergraph file> <module that exports subgraphs> <port>
interface SubgraphModule {
  subgraphs: readonly { name: string; schema: GraphQLSchema }[];
}

const [supergraphFile = '', subgraphModule = '', port = '0'] = process.argv.slice(2);
const log = createLog({ level: 'error', name: 'gateway' });

await runProcess(log, async (lifecycle) => {
  const { subgraphs } = (await import(pathToFileURL(subgraphModule).href)) as SubgraphModule;
  const executors = new Map(
    subgraphs.map(({ name, schema }) => [
      name,
      createSubgraphExecutor({ name, schema, createContext: (scope) => scope, log }),
    ]),
  );
  const gateway = await createGateway({
    settings: readGatewaySettings(process.env),
    supergraph: buildSupergraph(readFileSync(supergraphFile, 'utf8')),
    connections: createConnections((name) => {
      const executor = executors.get(name);
      if (executor === undefined) throw new Error(`${subgraphModule} has no subgraph ${name}`);
      return executor;
    }),
    verifyToken: undefined,
    checks: {},
    log,
    metrics: createMetrics(),
    newId,
    isDraining: lifecycle.isStopping,
  });
  await listen(gateway.server, { host: '127.0.0.1', port: Number(port), setting: 'port' });
  lifecycle.onStop('server', () => closeServer(gateway.server, 0));
  lifecycle.onStop('gateway', () => gateway.stop());
});

import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { listen } from '../platform/http/listen.ts';
import { createViewerSigner } from '../platform/identity/viewer-signature.ts';
import { ANONYMOUS } from '../platform/identity/viewer.ts';
import { createSubgraphExecutor } from '../platform/subgraph/executor.ts';
import { createHttpConnection } from '../platform/subgraph/http-connection.ts';
import { createSubgraphServer } from '../platform/subgraph/http-server.ts';
import { silentLog, type Log } from '../platform/telemetry/log.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';
import { createCompiledExecutor } from './execution/compiled/compiled-executor.ts';
import { createPrepareOperation } from './execution/prepare-operation.ts';
import { createMaskError } from './http/mask-errors.ts';
import { maskAll } from './subscriptions/mask-result.ts';
import { buildSupergraph } from './supergraph/build-supergraph.ts';

interface Line {
  errorId?: string;
  requestId?: string;
  err?: { message: string };
}

function keepLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) });
  return { log, lines };
}

test('the id of a masked error is in the log of the gateway and, with its cause, in that of a subgraph over HTTP', async () => {
  const typeDefs = parse('type Query { broken: String }');
  const resolvers = {
    Query: {
      broken() {
        throw new Error('the disk is full');
      },
    },
  };
  const [gateway, subgraph] = [keepLog(), keepLog()];
  const signer = createViewerSigner('a secret of at least 32 characters');
  const { server, close } = createSubgraphServer({
    subgraph: createSubgraphExecutor({
      name: 'parts',
      schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
      createContext: (scope) => scope,
      log: subgraph.log,
    }),
    signer,
    log: silentLog,
    metrics: createMetrics(),
    checks: {},
    isDraining: () => false,
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'port' });
  const url = `http://127.0.0.1:${port}/graphql`;
  const connection = createHttpConnection({ name: 'parts', url, signer });
  const { supergraphSdl = '' } = composeServices([{ name: 'parts', url, typeDefs }]);
  const prepare = createPrepareOperation(buildSupergraph(supergraphSdl));
  const executor = createCompiledExecutor({ connect: () => connection, log: silentLog });

  const result = await executor.execute(await prepare(parse('{ broken }'), null, ANONYMOUS), {
    variables: {},
    viewer: ANONYMOUS,
    requestId: 'request-1',
  });
  const errors = maskAll(result.errors ?? [], createMaskError(gateway.log));
  await connection.close();
  await close(0);

  const errorId = errors[0]?.extensions?.['errorId'];
  expect(errorId).toMatch(/^[\da-f-]{36}$/);
  expect(JSON.stringify(errors)).not.toContain('disk');
  expect(gateway.lines).toEqual([expect.objectContaining({ errorId, subgraph: 'parts' })]);
  expect(subgraph.lines).toEqual([
    expect.objectContaining({
      errorId,
      requestId: 'request-1',
      err: expect.objectContaining({ message: 'the disk is full' }),
    }),
  ]);
});

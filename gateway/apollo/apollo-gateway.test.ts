import { ApolloServer } from '@apollo/server';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { createApolloGateway, type ApolloContext } from './apollo-gateway.ts';

async function startApollo() {
  const { supergraph, connect } = createTinyGraph();
  const gateway = createApolloGateway({
    supergraph,
    prepare: createPrepareOperation(supergraph),
    executor: createCompiledExecutor({ connect, log: silentLog }),
  });
  const server = new ApolloServer<ApolloContext>({ gateway, logger: silentLog });
  await server.start();
  return {
    ask: async (query: string, viewer: Viewer = ANONYMOUS) => {
      const contextValue = { viewer, requestId: 'r' };
      const { body } = await server.executeOperation({ query }, { contextValue });
      if (body.kind !== 'single') throw new Error('expected one answer');
      return JSON.parse(JSON.stringify(body.singleResult)) as {
        data?: unknown;
        errors?: { extensions: { code: string } }[];
      };
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

test('Apollo Server answers from the whole graph', async () => {
  await using apollo = await startApollo();

  expect(await apollo.ask('{ book(id: 1) { title stars } }')).toEqual({
    data: { book: { title: 'Dune', stars: 4 } },
  });
});

test('access rules hold behind it as well', async () => {
  await using apollo = await startApollo();

  const { data, errors } = await apollo.ask('{ book(id: 1) { title margin } }');
  expect(data).toEqual({ book: { title: 'Dune', margin: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await apollo.ask('{ secrets }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

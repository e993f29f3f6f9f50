import { ApolloServer } from '@apollo/server';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createApolloGateway, type GatewayContext } from '../execution/apollo-gateway.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { createStockExecutor } from '../execution/stock-executor.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { createOperationUses } from './operation-uses.ts';
import { warmOperations } from './warm-operations.ts';

test('the most used come first', () => {
  const uses = createOperationUses();
  const use = (source: string) =>
    uses.record({ source, operationName: undefined, viewer: ANONYMOUS });
  for (const source of ['{ a }', '{ b }', '{ c }', '{ b }', '{ b }', '{ c }']) use(source);
  expect(uses.top(2).map(({ source }) => source)).toEqual(['{ b }', '{ c }']);
});

test('what clients ran is planned on the next graph before anybody asks, and no subgraph is called', async () => {
  const { supergraph, connect, asked } = createTinyGraph();
  const uses = createOperationUses();
  const planned: string[] = [];
  const start = async () => {
    const prepare = createPrepareOperation(supergraph);
    const apollo = new ApolloServer<GatewayContext>({
      gateway: createApolloGateway(
        supergraph,
        (...operation) => {
          planned.push(operation[1] ?? '');
          return prepare(...operation);
        },
        createStockExecutor({ connect, log: silentLog }),
        uses,
      ),
      logger: silentLog,
    });
    await apollo.start();
    return apollo;
  };
  const first = await start();
  const context = { contextValue: { viewer: ANONYMOUS, requestId: 'r' } };
  await first.executeOperation({ query: 'query A { book(id: 1) { title } }' }, context);
  await first.executeOperation({ query: 'query Wrong { nothing }' }, context);
  expect(planned).toEqual(['A']);

  planned.length = 0;
  asked.length = 0;
  await warmOperations(await start(), uses);
  expect(planned).toEqual(['A']);
  expect(asked).toEqual([]);
});

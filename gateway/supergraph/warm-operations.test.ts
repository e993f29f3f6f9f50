import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import type { PreparedOperation } from '../execution/operation.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { tinyDocuments } from '../testing/tiny-documents.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { createOperationUses } from './operation-uses.ts';
import { warmOperations } from './warm-operations.ts';

test('the most used come first', () => {
  const uses = createOperationUses();
  const use = (source: string) =>
    uses.record({ source, operationName: undefined, conditions: {}, viewer: ANONYMOUS });
  for (const source of ['{ a }', '{ b }', '{ c }', '{ b }', '{ b }', '{ c }']) use(source);
  expect(uses.top(2).map(({ source }) => source)).toEqual(['{ b }', '{ c }']);
});

test('what clients ran is planned and compiled on the next graph before anybody asks, and no subgraph is called', async () => {
  const { supergraph, asked } = createTinyGraph();
  const uses = createOperationUses();
  const good = 'query A { book(id: 1) { title } }';
  for (const source of ['query Wrong { nothing }', good]) {
    uses.record({ source, operationName: undefined, conditions: {}, viewer: ANONYMOUS });
  }

  const documents = tinyDocuments(supergraph);
  const prepare = createPrepareOperation(supergraph);
  const planned: string[] = [];
  const compiled: PreparedOperation[] = [];
  await warmOperations(
    {
      documents,
      prepare: async (...operation) => {
        const prepared = await prepare(...operation);
        planned.push(prepared.operation.name?.value ?? '');
        return prepared;
      },
      compile: (operation) => compiled.push(operation),
    },
    uses,
  );

  expect(planned).toEqual(['A']);
  expect(compiled.map(({ operation }) => operation.name?.value)).toEqual(['A']);
  expect(documents.has(good)).toBe(true);
  expect(asked).toEqual([]);
});

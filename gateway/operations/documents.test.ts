import { readCostRules } from './cost/cost-rules.ts';
import { createDocuments } from './documents.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';

test('an operation of more levels than a stack holds is refused like any other that is too deep', () => {
  const { supergraph } = createTinyGraph();
  const many = Number.MAX_SAFE_INTEGER;
  const documents = createDocuments({
    supergraph,
    costRules: readCostRules(supergraph.sdl),
    limits: {
      depth: 20,
      fields: many,
      rootFields: many,
      aliases: many,
      directives: many,
      repeats: many,
    },
    maxTokens: many,
    isReportOnly: false,
  });
  for (const levels of [30, 100_000]) {
    const query = `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
    expect(() => documents.read(query, undefined)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'OPERATION_TOO_LARGE', limit: 'depth' }),
      }),
    );
  }
});

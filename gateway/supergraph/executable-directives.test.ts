import { describe, expect, test } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { parse, validate } from 'graphql';
import { buildSupergraph } from './build-supergraph.ts';

const subgraph = (name: string, argument: string) => ({
  name,
  url: `http://${name}`,
  typeDefs: parse(`
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective"])
      @link(url: "https://example.com/audience/v1.0", import: ["@audience", "@owner"])
      @composeDirective(name: "@audience") @composeDirective(name: "@owner")
    directive @audience(${argument}) on FIELD | FIELD_DEFINITION
    directive @owner(team: String) on OBJECT
    enum Group { ALL STAFF }
    type Query { ${name}: String }`),
});

const { supergraphSdl = '' } = composeServices([
  subgraph('a', 'group: Group!'),
  subgraph('b', 'group: Group! = ALL'),
]);

describe.each(['hive', 'apollo'] as const)('with the planner %s', (planner) => {
  const { apiSchema, planner: planning } = buildSupergraph(supergraphSdl, planner);

  test('a directive of @composeDirective may stand in operations', async () => {
    const document = parse('{ a @audience b @audience(group: STAFF) }');

    expect(validate(apiSchema, document)).toEqual([]);
    expect(validate(apiSchema, parse('{ a @audience(group: NOBODY) }'))).toHaveLength(1);
    expect((await planning.plan(document)).node?.kind).toBe('Parallel');
  });

  test('one that operations cannot hold stays hidden, as do places in a schema', () => {
    expect(apiSchema.getDirective('owner')).toBeUndefined();
    expect(apiSchema.getDirective('audience')?.locations).toEqual(['FIELD']);
  });
});

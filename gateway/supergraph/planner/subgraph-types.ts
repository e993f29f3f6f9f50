import {
  Kind,
  parse,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { directivesOf, graphNames, graphsNamedBy, isSet, textOf } from './join-directives.ts';

/** What each subgraph knows of the types of a supergraph, by the subgraph's name. */
export interface SubgraphTypes {
  /** Object types that a union or an interface stands for in this subgraph. */
  membersOf: (subgraph: string, abstractType: string) => ReadonlySet<string>;
  /** Whether the subgraph answers this field itself. */
  hasField: (subgraph: string, type: string, field: string) => boolean;
  /** Where the subgraph has a narrower type for a field than the supergraph: its name. */
  ownTypeOf: (subgraph: string, type: string, field: string) => string | undefined;
  /** Abstract types that stand for other object types in one subgraph than in another. */
  partial: ReadonlySet<string>;
}

type Composite = (
  ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode
) & {
  fields?: readonly FieldDefinitionNode[] | undefined;
};

const NONE: ReadonlySet<string> = new Set();

/** Reads the `@join__` directives of a supergraph (https://specs.apollo.dev/join/v0.3). */
export function readSubgraphTypes(sdl: string): SubgraphTypes {
  const { definitions } = parse(sdl, { noLocation: true });
  const names = graphNames(definitions);
  const graphsOfType = new Map<string, Set<string>>();
  const members = new Map<string, Map<string, Set<string>>>();
  const ownTypes = new Map<string, string>();
  const graphsOfField = new Map<string, Set<string>>();
  for (const definition of definitions) if (isComposite(definition)) readType(definition);
  const partial = new Set<string>();
  for (const [type, byGraph] of members) {
    const graphs = [...(graphsOfType.get(type) ?? [])];
    const lists = graphs.map((graph) => [...(byGraph.get(graph) ?? [])].toSorted().join());
    if (new Set(lists.filter(Boolean)).size > 1) partial.add(type);
  }
  const membersBySubgraph = new Map(
    Array.from(members, ([type, byGraph]) => [type, renamed(byGraph)]),
  );

  return {
    partial,
    ownTypeOf: (subgraph, type, field) => ownTypes.get(`${subgraph} ${type}.${field}`),
    membersOf: (subgraph, type) => membersBySubgraph.get(type)?.get(subgraph) ?? NONE,
    hasField: (subgraph, type, field) =>
      graphsOfField.get(`${type}.${field}`)?.has(subgraph) ?? false,
  };

  function nameOf(graph: string): string {
    return names.get(graph) ?? graph;
  }

  function renamed(byGraph: ReadonlyMap<string, Set<string>>): Map<string, Set<string>> {
    return new Map(Array.from(byGraph, ([graph, types]) => [nameOf(graph), types]));
  }

  function readType(definition: Composite): void {
    const type = definition.name.value;
    const graphs = graphsNamedBy(definition, 'join__type');
    graphsOfType.set(type, new Set(graphs));
    for (const each of directivesOf(definition, 'join__unionMember')) {
      addMember(type, textOf(each, 'graph'), textOf(each, 'member'));
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const each of directivesOf(definition, 'join__implements')) {
        addMember(textOf(each, 'interface'), textOf(each, 'graph'), type);
      }
    }
    for (const field of definition.fields ?? []) {
      const joins = directivesOf(field, 'join__field');
      const own = joins.filter(
        (each) => !isSet(each, 'external') && !isSet(each, 'usedOverridden'),
      );
      const found =
        joins.length === 0 ? graphs : own.flatMap((each) => textOf(each, 'graph') ?? []);
      for (const each of own) {
        const ownType = textOf(each, 'type')?.replaceAll(/[[\]!]/g, '');
        const subgraph = nameOf(textOf(each, 'graph') ?? '');
        const coordinate = `${type}.${field.name.value}`;
        if (ownType !== undefined) ownTypes.set(`${subgraph} ${coordinate}`, ownType);
      }
      graphsOfField.set(`${type}.${field.name.value}`, new Set(found.map(nameOf)));
    }
  }

  function addMember(type = '', graph = '', member = ''): void {
    const byGraph = members.get(type) ?? new Map<string, Set<string>>();
    members.set(type, byGraph);
    byGraph.set(graph, (byGraph.get(graph) ?? new Set()).add(member));
  }
}

function isComposite(definition: DefinitionNode): definition is Composite {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.UNION_TYPE_DEFINITION
  );
}

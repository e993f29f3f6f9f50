import { Kind, type ConstDirectiveNode, type DefinitionNode } from 'graphql';

// Reading of the `@join__` directives of a supergraph: https://specs.apollo.dev/join/v0.3

interface Annotated {
  directives?: readonly ConstDirectiveNode[] | undefined;
}

export function directivesOf({ directives = [] }: Annotated, name: string): ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

export function graphsNamedBy(node: Annotated, name: string): string[] {
  return directivesOf(node, name).flatMap((each) => textOf(each, 'graph') ?? []);
}

export function textOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export function isSet(directive: ConstDirectiveNode, name: string): boolean {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** Subgraphs have another name in the supergraph than in plans. */
export function graphNames(definitions: readonly DefinitionNode[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    for (const value of definition.values ?? []) {
      const [graph] = directivesOf(value, 'join__graph');
      if (graph !== undefined) names.set(value.name.value, textOf(graph, 'name') ?? '');
    }
  }
  return names;
}

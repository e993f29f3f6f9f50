import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';

/** What a directive of our own says of a field. */
export interface FieldDirective {
  type: string;
  field: string;
  argumentOf: (name: string) => unknown;
}

/**
 * Fields of object types that have a directive. None when the supergraph does not link its specification (a URL without the
 * minor version): another directive of this name means something else.
 */
export function linkedDirectives(
  supergraphSdl: string,
  spec: string,
  directiveName: string,
): FieldDirective[] {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const isLinked = definitions.some(
    (definition) =>
      (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) &&
      definition.directives?.some((directive) => links(directive, spec)) === true,
  );
  if (!isLinked) return [];
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const type = definition.name.value;
    return (definition.fields ?? []).flatMap(({ name, directives = [] }): FieldDirective[] => {
      const directive = directives.find((each) => each.name.value === directiveName);
      if (directive === undefined) return [];
      return [{ type, field: name.value, argumentOf: (of) => argumentOf(directive, of) }];
    });
  });
}

function links(directive: ConstDirectiveNode, spec: string): boolean {
  return directive.name.value === 'link' && String(argumentOf(directive, 'url')).startsWith(spec);
}

function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((each) => each.name.value === name);
  return argument === undefined ? undefined : valueFromASTUntyped(argument.value);
}

import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';

/** What a field or a type asks of the viewer. */
export interface AccessRule {
  needsSignIn: boolean;
  /** Each group is enough when the viewer has all of its scopes; none means that no scope is needed. */
  scopeGroups: readonly (readonly string[])[];
}

/** Rules by schema coordinate: `Type` and `Type.field`. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

/**
 * Reads `@authenticated` and `@requiresScopes`
 * (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives).
 * Throws on `@policy`: a rule that nobody enforces must not be served.
 */
export function readAccessRules(supergraphSdl: string): AccessRules {
  const rules = new Map<string, AccessRule>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!isGuarded(definition)) continue;
    addRule(definition.name.value, definition.directives);
    for (const field of fieldsOf(definition)) {
      addRule(`${definition.name.value}.${field.name.value}`, field.directives);
    }
  }
  return rules;

  function addRule(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
    const rule = ruleOf(coordinate, directives);
    if (rule !== undefined) rules.set(coordinate, rule);
  }
}

type Guarded = Extract<
  DocumentNode['definitions'][number],
  { name: unknown; directives?: unknown }
>;

const GUARDED_KINDS: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);

function isGuarded(
  definition: DefinitionNode,
): definition is Guarded & { name: { value: string }; directives?: readonly ConstDirectiveNode[] } {
  return GUARDED_KINDS.has(definition.kind);
}

function fieldsOf(definition: DefinitionNode): readonly FieldDefinitionNode[] {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (definition.fields ?? [])
    : [];
}

function ruleOf(
  coordinate: string,
  directives: readonly ConstDirectiveNode[],
): AccessRule | undefined {
  const find = (name: string) => directives.find((directive) => directive.name.value === name);
  if (find('policy') !== undefined) {
    throw new Error(`${coordinate} has @policy, which this gateway does not enforce`);
  }
  const scopes = find('requiresScopes');
  const needsSignIn = find('authenticated') !== undefined;
  if (scopes === undefined && !needsSignIn) return undefined;
  return { needsSignIn, scopeGroups: scopes === undefined ? [] : scopesOf(scopes) };
}

function scopesOf(directive: ConstDirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  return argument === undefined ? [] : (valueFromASTUntyped(argument.value) as string[][]);
}

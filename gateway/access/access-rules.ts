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
  /** Each group is enough when all of its policies hold; none means that no policy is asked for. */
  policyGroups: readonly (readonly string[])[];
}

/** Rules by schema coordinate: `Type` and `Type.field`. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

/**
 * Reads `@authenticated`, `@requiresScopes` and `@policy`: where several are given, all must be met
 * (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives).
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
    const rule = ruleOf(directives);
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

function ruleOf(directives: readonly ConstDirectiveNode[]): AccessRule | undefined {
  const find = (name: string) => directives.find((directive) => directive.name.value === name);
  const scopes = find('requiresScopes');
  const policies = find('policy');
  const needsSignIn = find('authenticated') !== undefined;
  if (scopes === undefined && policies === undefined && !needsSignIn) return undefined;
  return {
    needsSignIn,
    scopeGroups: groupsOf(scopes, 'scopes'),
    policyGroups: groupsOf(policies, 'policies'),
  };
}

function groupsOf(directive: ConstDirectiveNode | undefined, name: string): string[][] {
  const argument = directive?.arguments?.find((each) => each.name.value === name);
  return argument === undefined ? [] : (valueFromASTUntyped(argument.value) as string[][]);
}

import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
} from 'graphql';
import { keepSelections } from './keep-selections.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Whether anything in it depends on `@skip` or `@include`. */
export function hasConditions(document: DocumentNode): boolean {
  return conditionVariables(document) !== undefined;
}

/** The variables that its `@skip` and `@include` read, in a fixed order; undefined where it has neither. */
export function conditionVariables(document: DocumentNode): readonly string[] | undefined {
  const names = new Set<string>();
  let isFound = false;
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return;
      isFound = true;
      const value = directive.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return isFound ? [...names].toSorted() : undefined;
}

/**
 * An operation of a valid document as it is for these values of its variables: without `@skip` and `@include`,
 * and without what they leave out. An object of which nothing is selected stays, with an empty selection set, for the
 * answer has it: `{}`. Throws BAD_USER_INPUT where a condition is null, or a subscription is left without its field.
 */
export function decideConditions(
  document: DocumentNode,
  variables: Variables,
  operationName?: string | null,
): DocumentNode {
  if (!hasConditions(document)) return document;
  const operation = getOperationAST(document, operationName);
  // Whoever takes the operation out of the document says what is wrong.
  if (operation == null) return document;
  const definitions = document.definitions.filter(
    (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation,
  );
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue,
    ]),
  );
  const decided = keepSelections({ ...document, definitions }, (selection) => {
    const { directives = [] } = selection;
    const conditions = directives.filter(isCondition);
    if (conditions.length === 0) return selection;
    if (!conditions.every(holds)) return undefined;
    const others = directives.filter((directive) => !isCondition(directive));
    return { ...selection, directives: others } satisfies SelectionNode;
  });
  if (operation.operation === OperationTypeNode.SUBSCRIPTION && isEmpty(decided)) {
    throw badInput('a subscription needs its field: @skip or @include leaves it out');
  }
  return decided;

  function holds({ name, arguments: given = [] }: DirectiveNode): boolean {
    const value = given[0]?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value === (name.value === 'include');
    if (value?.kind !== Kind.VARIABLE) throw badInput(`@${name.value} needs true or false`);
    return valueOf(value.name.value) === (name.value === 'include');
  }

  function valueOf(name: string): boolean {
    const fallback = defaults.get(name);
    const value = Object.hasOwn(variables, name)
      ? variables[name]
      : fallback && valueFromASTUntyped(fallback);
    if (typeof value === 'boolean') return value;
    throw badInput(`$${name} decides what is asked for: expected true or false`);
  }
}

/** The values of these variables, up to `max` different ways: for who has to guess what will be asked for. */
export function combinationsOf(names: readonly string[], max: number): Record<string, boolean>[] {
  const count = Math.min(max, 2 ** names.length);
  return Array.from({ length: count }, (_, number) =>
    Object.fromEntries(names.map((name, bit) => [name, (number & (1 << bit)) !== 0])),
  );
}

function isEmpty({ definitions: [operation] }: DocumentNode): boolean {
  return (
    operation?.kind === Kind.OPERATION_DEFINITION && operation.selectionSet.selections.length === 0
  );
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

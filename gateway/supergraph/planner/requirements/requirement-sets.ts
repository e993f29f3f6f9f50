import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';
import { textOf } from '../join-directives.ts';

/** What `@join__field(requires:)` names. */
export function requirementOf(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  if (directive.name.value !== 'join__field') return undefined;
  const text = textOf(directive, 'requires');
  if (text === undefined) return undefined;
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}

export function withRequirement(
  directive: ConstDirectiveNode,
  { selections }: SelectionSetNode,
): ConstDirectiveNode {
  const text = stripIgnoredCharacters(selections.map((each) => print(each)).join(' '));
  const changed = (argument: ConstArgumentNode): ConstArgumentNode =>
    argument.name.value === 'requires'
      ? { ...argument, value: { kind: Kind.STRING, value: text } }
      : argument;
  return { ...directive, arguments: (directive.arguments ?? []).map(changed) };
}

/** The same for the same arguments, in whatever order they stand; empty for none. */
export function argumentsText({ arguments: given = [] }: FieldNode): string {
  return given
    .map((argument) => print(argument))
    .toSorted()
    .join();
}

export function eachField({ selections }: SelectionSetNode, see: (field: FieldNode) => void): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.FIELD) see(selection);
    if (selection.selectionSet !== undefined) eachField(selection.selectionSet, see);
  }
}

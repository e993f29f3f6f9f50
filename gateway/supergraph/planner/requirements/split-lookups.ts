import {
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { EntityLookup, FetchNode } from '../plan.ts';
import { withoutSpreads } from '../without-spreads.ts';
import { choose, contestedPlaces, keepChosen, type Choice } from './contested-places.ts';
import type { DistinctRequirements } from './distinct-requirements.ts';

interface LookupPart {
  lookup: EntityLookup;
  selectionSet: SelectionSetNode;
}

const ENTITIES = '_entities';
const REPRESENTATIONS = 'representations';

/**
 * A representation has one place for a field. A lookup of fields that require it with different arguments becomes as many
 * lookups of one request as it needs, each of fields that agree.
 */
export function splitLookups(
  fetch: FetchNode,
  path: readonly string[],
  requiredBy: DistinctRequirements['requiredBy'],
): FetchNode {
  const given = lookupsOf(fetch, path);
  const contested = new Map(given.map(({ alias, requires }) => [alias, contestedPlaces(requires)]));
  if ([...contested.values()].every(({ size }) => size === 0)) return fetch;
  const lookups: EntityLookup[] = [];
  const document = visit(withoutSpreads(parse(fetch.operation, { noLocation: true })), {
    OperationDefinition: splitRoots,
  });
  const { requires: _, inputRewrites: __, outputRewrites: ___, ...rest } = fetch;
  return { ...rest, operation: print(document), lookups };

  function splitRoots(operation: OperationDefinitionNode): OperationDefinitionNode {
    const variables: VariableDefinitionNode[] = [];
    const selections = operation.selectionSet.selections.flatMap((root): SelectionNode[] => {
      const lookup = root.kind === Kind.FIELD ? given.find(isOf(root)) : undefined;
      if (root.kind !== Kind.FIELD || lookup === undefined) return [root];
      return partsOf(root, lookup).map(({ lookup: part, selectionSet }) => {
        lookups.push(part);
        variables.push(...definitionsOf(operation, lookup.variable, part.variable));
        return lookupField(root, part, selectionSet);
      });
    });
    const others = (operation.variableDefinitions ?? []).filter(
      ({ variable }) => !given.some((lookup) => lookup.variable === variable.name.value),
    );
    const unique = new Map(variables.map((each) => [each.variable.name.value, each]));
    return {
      ...operation,
      variableDefinitions: [...unique.values(), ...others],
      selectionSet: { ...operation.selectionSet, selections },
    };
  }

  function partsOf(root: FieldNode, lookup: EntityLookup): LookupPart[] {
    const places = contested.get(lookup.alias) ?? new Set();
    const { selectionSet } = root;
    if (places.size === 0 || selectionSet === undefined) {
      return selectionSet === undefined ? [] : [{ lookup, selectionSet }];
    }
    const choices: Choice[] = [];
    const choiceOf = new Map<SelectionNode, Choice>();
    eachField(selectionSet, '', (field, type) => {
      const required = requiredBy(fetch.serviceName, type, field.name.value);
      choiceOf.set(field, choose(choices, places, required));
    });
    return choices.map((choice, index) => ({
      selectionSet: keepFields(selectionSet, (field) => choiceOf.get(field) === choice),
      lookup: {
        ...lookup,
        alias: `${lookup.alias}_${index}`,
        variable: `${lookup.variable}_of_${lookup.alias}_${index}`,
        requires: keepChosen(lookup.requires, places, choice),
      },
    }));
  }
}

/** What a fetch in a Flatten looks up is a lookup at that path. */
function lookupsOf(fetch: FetchNode, path: readonly string[]): readonly EntityLookup[] {
  const { requires, inputRewrites, outputRewrites, lookups } = fetch;
  if (lookups !== undefined || requires === undefined) return lookups ?? [];
  return [
    {
      alias: ENTITIES,
      variable: REPRESENTATIONS,
      paths: [[...path]],
      requires,
      ...(inputRewrites && { inputRewrites }),
      ...(outputRewrites && { outputRewrites }),
    },
  ];
}

const isOf =
  ({ alias, name }: FieldNode) =>
  (lookup: EntityLookup) =>
    lookup.alias === (alias ?? name).value;

function definitionsOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  known: string,
  name: string,
): VariableDefinitionNode[] {
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === known);
  return definition === undefined ? [] : [{ ...definition, variable: variableNode(name) }];
}

function lookupField(
  root: FieldNode,
  { alias, variable }: EntityLookup,
  selectionSet: SelectionSetNode,
): FieldNode {
  const changed = (argument: ArgumentNode): ArgumentNode =>
    argument.name.value === REPRESENTATIONS
      ? { ...argument, value: variableNode(variable) }
      : argument;
  return {
    ...root,
    alias: { kind: Kind.NAME, value: alias },
    arguments: (root.arguments ?? []).map(changed),
    selectionSet,
  };
}

const variableNode = (name: string) =>
  ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;

/** The fields of the entities themselves: what they require, this fetch sends. */
function eachField(
  { selections }: SelectionSetNode,
  type: string,
  see: (field: FieldNode, type: string) => void,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) see(selection, type);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      eachField(selection.selectionSet, selection.typeCondition?.name.value ?? type, see);
    }
  }
}

function keepFields(
  set: SelectionSetNode,
  isKept: (field: FieldNode) => boolean,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isKept(selection) ? [selection] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const selectionSet = keepFields(selection.selectionSet, isKept);
    return selectionSet.selections.length === 0 ? [] : [{ ...selection, selectionSet }];
  });
  return { ...set, selections };
}

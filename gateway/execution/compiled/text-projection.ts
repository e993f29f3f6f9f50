import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql';
import type { FieldCost } from '../executor.ts';
import { actualType } from './actual-type.ts';
import { closedWriters, type WriterFactory, type WrittenField } from './object-writer.ts';
import { isResponseObject, responseKey } from './response-object.ts';
import {
  collectFields,
  type SelectedField,
  type Selection,
  type SelectionScope,
} from './selected-fields.ts';
import { writeLeaf } from './text-leaf.ts';
import type { WriteText } from './write-text.ts';

export interface TextProjectionOptions {
  scope: SelectionScope;
  costs: readonly FieldCost[];
  writers?: WriterFactory;
}

/**
 * An answer without fault straight to JSON, with no objects in between: of an answer of 11 KB that takes a
 * third of the time. At the first value that is not as it should be, at a field that the viewer may not see
 * and at introspection it gives up: `compileProjection` then says what is wrong, and where.
 */
export function compileTextProjection(
  operation: OperationDefinitionNode,
  root: GraphQLObjectType,
  { scope, costs, writers = closedWriters }: TextProjectionOptions,
): WriteText {
  const { selectionSet } = operation;
  return writeObject(root, [{ selectionSet, denial: undefined }], { weight: 0, children: costs });

  function writeObject(
    type: GraphQLCompositeType,
    selections: readonly Selection[],
    { weight: ownWeight, children }: ObjectCost,
  ): WriteText {
    const fields: WrittenField[] = [];
    let weight = ownWeight;
    let before = '{';
    for (const field of collectFields(scope, type, selections)) {
      before += `${JSON.stringify(field.name)}:`;
      const { nodes, name } = field;
      if (nodes[0]?.name.value === '__typename' && isObjectType(type)) {
        before += `${JSON.stringify(type.name)},`;
        continue;
      }
      const [node] = nodes;
      const planned = node === undefined ? undefined : scope.planned.nameOf(node);
      const cost = children.find(({ responseName }) => responseName === name);
      fields.push({
        before,
        source: responseKey(planned ?? name),
        write: writeField(type, field, cost),
      });
      weight += cost?.argumentWeight ?? 0;
      before = ',';
    }
    const end = before === ',' ? '}' : before.length > 1 ? `${before.slice(0, -1)}}` : '{}';

    return writers.object({ fields, end, weight });
  }

  function writeField(
    parent: GraphQLCompositeType,
    { denial, nodes }: SelectedField,
    cost: FieldCost | undefined,
  ): WriteText {
    const name = nodes[0]?.name.value ?? '';
    const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
    if (definition === undefined || denial !== undefined) return () => undefined;
    const selections = nodes.flatMap(({ selectionSet: inner }) =>
      inner === undefined ? [] : [{ selectionSet: inner, denial: undefined }],
    );
    return writeValue(definition.type, selections, cost);
  }

  function writeValue(
    type: GraphQLOutputType,
    selections: readonly Selection[],
    cost: FieldCost | undefined,
  ): WriteText {
    if (isNonNullType(type)) {
      return writePresent(type.ofType as GraphQLNullableType & GraphQLOutputType, selections, cost);
    }
    return writers.nullable(writePresent(type, selections, cost));
  }

  /** Nulls have been dealt with, or may not be: none of these takes one. */
  function writePresent(
    type: GraphQLOutputType,
    selections: readonly Selection[],
    cost: FieldCost | undefined,
  ): WriteText {
    if (isListType(type)) return writers.list(writeValue(type.ofType, selections, cost));
    const own = cost ?? FREE;
    if (isLeafType(type)) return weighed(writeLeaf(type), own.weight);
    return isAbstractType(type)
      ? weighed(writeAbstract(type, selections, { weight: 0, children: own.children }), own.weight)
      : writeConcrete(type as GraphQLObjectType, selections, own);
  }

  function writeConcrete(
    type: GraphQLObjectType,
    selections: readonly Selection[],
    cost: ObjectCost,
  ): WriteText {
    if (writers.isEager()) return writeObject(type, selections, cost);
    let write: WriteText | undefined;
    return (value, counted) => {
      write ??= writeObject(type, selections, cost);
      return write(value, counted);
    };
  }

  function writeAbstract(
    type: GraphQLCompositeType,
    selections: readonly Selection[],
    cost: ObjectCost,
  ): WriteText {
    const byTypename = new Map<string, WriteText>();
    return (value, counted) => {
      if (!isResponseObject(value)) return undefined;
      const typename = value['__typename'];
      const name = typeof typename === 'string' ? typename : type.name;
      const known = byTypename.get(name);
      if (known !== undefined) return known(value, counted);
      const actual = actualType(scope.schema, type, name);
      if (actual === undefined) return undefined;
      const write = writeObject(actual, selections, cost);
      // Only names of types of the schema get here, so that the map stays small.
      byTypename.set(name, write);
      return write(value, counted);
    };
  }
}

/** Of one value, with the arguments of its fields. */
type ObjectCost = Pick<FieldCost, 'weight' | 'children'>;

const FREE: ObjectCost = { weight: 0, children: [] };

function weighed(write: WriteText, weight: number): WriteText {
  if (weight === 0) return write;
  return (value, counted) => {
    counted.cost += weight;
    return write(value, counted);
  };
}

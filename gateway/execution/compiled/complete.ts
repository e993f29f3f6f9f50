import {
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql';
import { completeLeaf } from './complete-leaf.ts';
import { extendPaths, noteError, type Complete } from './projected-errors.ts';

/**
 * For a type with its wrappers: nulls where they may be, and where they may not the parent goes with
 * them (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
 */
export function compileComplete(
  type: GraphQLOutputType,
  coordinate: string,
  completeObject: (type: GraphQLCompositeType) => Complete,
): Complete {
  if (isNonNullType(type)) {
    const complete = completeInner(type.ofType as GraphQLNullableType & GraphQLOutputType);
    return (value, projecting) => {
      const completed = complete(value, projecting);
      if (completed !== null) return completed;
      noteError(projecting, `Cannot return null for non-nullable field ${coordinate}.`);
      return undefined;
    };
  }
  const complete = completeInner(type);
  return (value, projecting) => {
    const completed = complete(value, projecting);
    return completed === undefined ? null : completed;
  };

  function completeInner(inner: GraphQLOutputType): Complete {
    if (isListType(inner)) {
      const { ofType: itemType } = inner;
      return completeList(compileComplete(itemType, coordinate, completeObject), coordinate);
    }
    if (isLeafType(inner)) return completeLeaf(inner, coordinate);
    return completeObject(inner as GraphQLCompositeType);
  }
}

function completeList(completeItem: Complete, coordinate: string): Complete {
  return (value, projecting) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) {
      noteError(projecting, `expected ${coordinate} to be a list`);
      return undefined;
    }
    const items: readonly unknown[] = value;
    const completed: unknown[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const before = projecting.errors.length;
      const item = completeItem(items[index], projecting);
      if (projecting.errors.length > before) extendPaths(projecting, before, index);
      if (item === undefined) return undefined;
      completed.push(item);
    }
    return completed;
  };
}

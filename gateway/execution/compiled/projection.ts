import {
  isAbstractType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { actualType } from './actual-type.ts';
import { compileComplete } from './complete.ts';
import {
  extendPaths,
  noteDenial,
  noteError,
  type Complete,
  type Projecting,
} from './projected-errors.ts';
import {
  isResponseObject,
  newResponseObject,
  readKey,
  responseKey,
  type ResponseKey,
  type ResponseObject,
} from './response-object.ts';
import {
  collectFields,
  type SelectedField,
  type Selection,
  type SelectionScope,
} from './selected-fields.ts';

/** Shapes the data of an answer in one pass; nothing, when an error reaches the root. */
export type Project = (data: ResponseObject, projecting: Projecting) => ResponseObject | undefined;

interface ProjectedField extends ResponseKey {
  /** Where the plan has put the value. */
  source: ResponseKey;
  complete: Complete;
}

/** What an operation selects, as a function. */
export function compileProjection(
  operation: OperationDefinitionNode,
  root: GraphQLObjectType,
  scope: SelectionScope,
): Project {
  const { selectionSet } = operation;
  return compileObject(root, [{ selectionSet, denial: undefined }]);

  /** For objects whose type is known: `undefined` when one of the fields takes the object with it. */
  function compileObject(
    type: GraphQLCompositeType,
    selections: readonly Selection[],
  ): (source: ResponseObject, projecting: Projecting) => ResponseObject | undefined {
    const fields = collectFields(scope, type, selections).map((field) => compileField(type, field));
    return (source, projecting) => {
      const object = newResponseObject();
      const { errors } = projecting;
      for (const field of fields) {
        const before = errors.length;
        const value = field.complete(readKey(source, field.source), projecting);
        if (errors.length > before) extendPaths(projecting, before, field.name);
        if (value === undefined) return undefined;
        object[field.name] = value;
      }
      return object;
    };
  }

  function compileField(parent: GraphQLCompositeType, field: SelectedField): ProjectedField {
    const { name, nodes } = field;
    const [node] = nodes;
    const planned = node === undefined ? undefined : scope.planned.nameOf(node);
    return {
      ...responseKey(name),
      source: responseKey(planned ?? name),
      complete: completeField(parent, field),
    };
  }

  function completeField(parent: GraphQLCompositeType, field: SelectedField): Complete {
    const { denial, nodes, name } = field;
    const fieldName = nodes[0]?.name.value ?? '';
    if (fieldName === '__typename') return completeTypename(parent);
    if (fieldName === '__schema' || fieldName === '__type') {
      return (_, { introspection }) => introspection[name] ?? null;
    }
    const definition = 'getFields' in parent ? parent.getFields()[fieldName] : undefined;
    const coordinate = `${parent.name}.${fieldName}`;
    if (definition === undefined) throw new Error(`expected the schema to have ${coordinate}`);
    const { type } = definition;
    if (denial !== undefined) return completeDenied(denial, isNonNullType(type));

    const selections = nodes.flatMap(({ selectionSet: inner }) =>
      inner === undefined ? [] : [{ selectionSet: inner, denial: undefined }],
    );
    return compileComplete(type, coordinate, (named) =>
      isAbstractType(named)
        ? completeAbstract(named, selections, coordinate)
        : completeConcrete(named, selections, coordinate),
    );
  }

  function completeConcrete(
    type: GraphQLObjectType,
    selections: readonly Selection[],
    coordinate: string,
  ): Complete {
    let project: ReturnType<typeof compileObject> | undefined;
    return (value, projecting) => {
      if (value === null || value === undefined) return null;
      if (!isResponseObject(value)) return refuse(projecting, coordinate);
      project ??= compileObject(type, selections);
      return project(value, projecting);
    };
  }

  /** The type of each object decides; where it is not known, what the abstract type itself has is there. */
  function completeAbstract(
    type: GraphQLCompositeType,
    selections: readonly Selection[],
    coordinate: string,
  ): Complete {
    const byTypename = new Map<string, ReturnType<typeof compileObject>>();
    return (value, projecting) => {
      if (value === null || value === undefined) return null;
      if (!isResponseObject(value)) return refuse(projecting, coordinate);
      const typename = value['__typename'];
      const name = typeof typename === 'string' ? typename : type.name;
      const known = byTypename.get(name);
      if (known !== undefined) return known(value, projecting);

      const actual = actualType(scope.schema, type, name);
      if (actual === undefined) {
        noteError(projecting, `expected an object of type ${type.name} at ${coordinate}`);
        return undefined;
      }
      const project = compileObject(actual, selections);
      // Only names of types of the schema get here, so that the map stays small.
      byTypename.set(name, project);
      return project(value, projecting);
    };
  }
}

function completeTypename(parent: GraphQLCompositeType): Complete {
  if (isObjectType(parent)) return () => parent.name;
  return (_, projecting) => {
    noteError(projecting, `no subgraph told which type of ${parent.name} this is`);
    return undefined;
  };
}

/** A denied field is null, and where it may not be null its parent is. */
function completeDenied(
  denial: NonNullable<SelectedField['denial']>,
  isNonNull: boolean,
): Complete {
  return (_, projecting) => {
    noteDenial(projecting, denial);
    return isNonNull ? undefined : null;
  };
}

function refuse(projecting: Projecting, coordinate: string): undefined {
  noteError(projecting, `expected ${coordinate} to be an object`);
}

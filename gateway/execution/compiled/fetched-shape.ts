import type { PlannedRewrite } from '../../supergraph/planner/plan.ts';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isFragmentElement } from './rewrites.ts';
import { responseKey, type ResponseKey } from './response-object.ts';

/** What a fetch may bring: the keys of all its fragments together. Nothing else of an answer is read. */
export type FetchedShape = readonly FetchedField[];

export interface FetchedField extends ResponseKey {
  /** Of an object or a list of objects; absent for leaves, which are never looked into. */
  shape: FetchedShape | undefined;
}

interface OpenField extends ResponseKey {
  shape: OpenShape | undefined;
}
type OpenShape = Map<string, OpenField>;

/** The shape of a fetch's answer, after its rewrites. */
export function shapeOfFetch(
  document: DocumentNode,
  rewrites: readonly PlannedRewrite[] = [],
  /** Of the entities under this name, where it is a fetch of entities. */
  entities?: string,
): FetchedShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) operation ??= definition;
  }
  if (operation === undefined) throw new Error('expected a fetch to hold an operation');
  const root: OpenShape = new Map();
  addSelections(root, operation.selectionSet);
  const shape = entities === undefined ? root : (root.get(entities)?.shape ?? new Map());
  for (const rewrite of rewrites) addRenamed(shape, rewrite);
  return closed(shape);

  function addSelections(into: OpenShape, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const field = into.get(name) ?? { ...responseKey(name), shape: undefined };
        into.set(name, field);
        if (selection.selectionSet !== undefined) {
          field.shape ??= new Map();
          addSelections(field.shape, selection.selectionSet);
        }
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        addSelections(into, selection.selectionSet);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) addSelections(into, fragment.selectionSet);
      }
    }
  }
}

/** A key that a rewrite renames is found under its new name. */
function addRenamed(root: OpenShape, rewrite: PlannedRewrite): void {
  if (rewrite.kind !== 'KeyRenamer') return;
  const names = rewrite.path.filter((element) => !isFragmentElement(element));
  const last = names.pop();
  let shape: OpenShape | undefined = root;
  for (const name of names) shape = shape?.get(name)?.shape;
  const field = last === undefined ? undefined : shape?.get(last);
  const known = shape?.get(rewrite.renameKeyTo);
  if (shape === undefined || field === undefined) return;
  const merged = known?.shape === undefined ? field.shape : both(known.shape, field.shape);
  shape.set(rewrite.renameKeyTo, { ...responseKey(rewrite.renameKeyTo), shape: merged });
}

function both(one: OpenShape, other: OpenShape | undefined): OpenShape {
  const shape: OpenShape = new Map(one);
  for (const [name, field] of other ?? []) {
    const known = shape.get(name)?.shape;
    shape.set(name, known === undefined ? field : { ...field, shape: both(known, field.shape) });
  }
  return shape;
}

function closed(shape: OpenShape): FetchedShape {
  return Array.from(shape.values(), (field) => ({
    ...field,
    shape: field.shape === undefined ? undefined : closed(field.shape),
  }));
}

import {
  isAbstractType,
  getNamedType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PreparedOperation } from '../execution/operation.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { linkedDirectives } from './linked-directives.ts';

/**
 * A subgraph links this specification, composes its directive, and so says of a field that its value is
 * the same for every viewer:
 *
 *     extend schema
 *       @link(url: "https://specs.plaza.example/public/v1.0", import: ["@public"])
 *       @composeDirective(name: "@public")
 *     directive @public(replay: Boolean! = false, maxAge: Int) on FIELD_DEFINITION
 *
 * `replay` is for a field of Subscription: a subscriber who comes later begins with the latest event.
 * `maxAge` (from v1.1 on) is for a field of Query: for how many seconds caches may keep its answer.
 */
const PUBLIC_SPEC = 'https://specs.plaza.example/public/v1.';
const DIRECTIVE = 'public';

/** How far the events of an operation are shared between viewers. */
export type Sharing = 'viewer' | 'public' | 'public-replay';

/** What the supergraph says of each field, by coordinate (`Type.field`). */
type PublicFields = ReadonlyMap<string, PublicField>;

interface PublicField {
  replays: boolean;
  maxAge: number | undefined;
}

const fieldsOfSupergraph = new WeakMap<Supergraph, PublicFields>();
const sharingOfOperation = new WeakMap<OperationDefinitionNode, Sharing>();

/**
 * Public when the schema says so of every field that is selected, on every type that may turn up, and no
 * access rule guards any of them. What the schema does not mention belongs to the viewer.
 */
export function sharingOf(operation: PreparedOperation): Sharing {
  const known = sharingOfOperation.get(operation.operation);
  if (known !== undefined) return known;
  const sharing = readSharing(operation);
  sharingOfOperation.set(operation.operation, sharing);
  return sharing;
}

/**
 * For how many seconds anybody may keep the answer: the least of its root fields. Undefined when it is not
 * public as a whole, or the schema lets one of them not be kept.
 */
export function maxAgeOf(prepared: PreparedOperation): number | undefined {
  const { operation, fragments, supergraph } = prepared;
  if (operation.operation !== OperationTypeNode.QUERY || sharingOf(prepared) === 'viewer')
    return undefined;
  const fields = publicFieldsOf(supergraph);
  const queryName = supergraph.apiSchema.getQueryType()?.name ?? '';
  const ages = rootFields(operation.selectionSet, fragments).map(
    (name) => fields.get(`${queryName}.${name}`)?.maxAge ?? 0,
  );
  const least = Math.min(...ages);
  return Number.isFinite(least) && least > 0 ? least : undefined;
}

/** Names of what an operation asks for at its root; `__typename` is the same for everyone and for ever. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: PreparedOperation['fragments'],
): string[] {
  return selections.flatMap((selection): string[] => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === '__typename' ? [] : [selection.name.value];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return rootFields(selection.selectionSet, fragments);
    }
    const fragment = fragments[selection.name.value];
    return fragment === undefined ? [] : rootFields(fragment.selectionSet, fragments);
  });
}

const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

function readSharing({ supergraph, document, operation, fragments }: PreparedOperation): Sharing {
  const fields = publicFieldsOf(supergraph);
  if (fields.size === 0) return 'viewer';
  const { apiSchema, accessRules } = supergraph;
  const typeInfo = new TypeInfo(apiSchema);
  let isPublic = true;
  let replays = false;

  const own: DocumentNode = {
    ...document,
    definitions: [operation, ...Object.values(fragments)],
  };
  visit(
    own,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: name } }) {
        const parent = typeInfo.getParentType();
        if (parent == null || name === '__typename') return;
        const returned = getNamedType(typeInfo.getType())?.name ?? '';
        if (accessRules.has(returned)) isPublic = false;
        for (const type of typesBehind(parent)) {
          const field = fields.get(`${type}.${name}`);
          if (field === undefined || accessRules.has(`${type}.${name}`)) isPublic = false;
          if (parent === apiSchema.getSubscriptionType()) replays = field?.replays === true;
        }
      },
      InlineFragment({ typeCondition }) {
        if (accessRules.has(typeCondition?.name.value ?? '')) isPublic = false;
      },
      FragmentDefinition({ typeCondition }) {
        if (accessRules.has(typeCondition.name.value)) isPublic = false;
      },
    }),
  );
  return isPublic ? (replays ? 'public-replay' : 'public') : 'viewer';

  function typesBehind(parent: GraphQLCompositeType): string[] {
    if (!isAbstractType(parent)) return [parent.name];
    return apiSchema.getPossibleTypes(parent).map(({ name }) => name);
  }
}

export function publicFieldsOf(supergraph: Supergraph): PublicFields {
  const known = fieldsOfSupergraph.get(supergraph);
  if (known !== undefined) return known;
  const fields = readPublicFields(supergraph.sdl);
  fieldsOfSupergraph.set(supergraph, fields);
  return fields;
}

/** None when the supergraph does not link the specification. */
export function readPublicFields(supergraphSdl: string): PublicFields {
  return new Map(
    linkedDirectives(supergraphSdl, PUBLIC_SPEC, DIRECTIVE).map(({ type, field, argumentOf }) => [
      `${type}.${field}`,
      {
        replays: argumentOf('replay') === true,
        maxAge: secondsOf(argumentOf('maxAge')),
      },
    ]),
  );
}

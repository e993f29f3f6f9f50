import { GraphQLError } from 'graphql';
import type { CostNode, Slice } from './cost-tree.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface EstimateOptions {
  /** Length of a list that no `@listSize` speaks about. */
  listSize: number;
  variables: Variables;
}

/**
 * What the operation can cost at most, as its lists declare themselves: a field costs its arguments and,
 * for each value that may come, its own weight and its children. Throws BAD_USER_INPUT when a list
 * demands one slicing argument and does not get one.
 */
export function estimateCost(nodes: readonly CostNode[], options: EstimateOptions): number {
  const { listSize: defaultSize, variables } = options;
  return total(nodes, undefined);

  function total(siblings: readonly CostNode[], sized: SizedFields | undefined): number {
    let cost = 0;
    for (const node of siblings) cost += costOf(node, sized);
    return cost;
  }

  function costOf(node: CostNode, sized: SizedFields | undefined): number {
    const declared = node.listSize === undefined ? undefined : declaredSize(node, variables);
    const isForChildren = (node.listSize?.sizedFields.length ?? 0) > 0;
    const own = isForChildren ? undefined : declared;
    const given = sized?.names.includes(node.name) === true ? sized.size : undefined;
    const length = node.isList ? (own ?? given ?? defaultSize) : 1;
    const children = total(
      node.children,
      isForChildren
        ? { names: node.listSize?.sizedFields ?? [], size: declared ?? defaultSize }
        : undefined,
    );
    return node.argumentWeight + length * (node.weight + children);
  }
}

interface SizedFields {
  names: readonly string[];
  size: number;
}

/** The largest of the slicing arguments that are given; the assumed size without any. */
function declaredSize({ listSize, slices, coordinate }: CostNode, variables: Variables) {
  if (listSize === undefined) return undefined;
  const sizes = slices
    .map((slice) => sizeOf(slice, variables))
    .filter((size) => size !== undefined);
  const { slicingArguments, requireOneSlicingArgument, assumedSize } = listSize;
  if (requireOneSlicingArgument && slicingArguments.length > 0 && sizes.length !== 1) {
    throw new GraphQLError(
      `${coordinate} needs exactly one of ${slicingArguments.join(', ')}, and got ${sizes.length}`,
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  }
  return sizes.length > 0 ? Math.max(...sizes) : assumedSize;
}

/** Never negative: the list's own field refuses such a size, and it must not pay for others. */
function sizeOf(slice: Slice, variables: Variables): number | undefined {
  if ('size' in slice) return Math.max(0, slice.size);
  let value: unknown = variables[slice.variable];
  for (const name of slice.path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}

import type { CostNode } from './cost-tree.ts';

/** What an answer did cost: the weights of the estimate, over the values that came. */
export function actualCost(nodes: readonly CostNode[], data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let cost = 0;
  let counted: Set<string> | undefined;
  for (const node of nodes) {
    // Clients choose the names: one may be what every object inherits.
    if (!Object.hasOwn(data, node.responseName)) continue;
    const value: unknown = Reflect.get(data, node.responseName);
    if (value === undefined || counted?.has(node.responseName) === true) continue;
    cost += node.argumentWeight + costOfValue(node, value);
    // Types of an interface may give one name to different fields: the value is one of them.
    if (nodes.length > 1) (counted ??= new Set()).add(node.responseName);
  }
  return cost;
}

function costOfValue(node: CostNode, value: unknown): number {
  if (value === null) return 0;
  if (Array.isArray(value)) {
    let cost = 0;
    for (const each of value) cost += costOfValue(node, each);
    return cost;
  }
  return node.weight + (node.children.length > 0 ? actualCost(node.children, value) : 0);
}

import { Kind, parse, print, visit, type FieldNode } from 'graphql';
import type {
  EntityLookup,
  FetchNode,
  Plan,
  PlannedRewrite,
  PlanNode,
  RequiredSelection,
  SubscriptionNode,
} from '../plan.ts';
import type { DistinctRequirements } from './distinct-requirements.ts';
import { splitLookups } from './split-lookups.ts';

type Input = Pick<EntityLookup, 'requires' | 'inputRewrites'>;

/** From a plan on a supergraph whose requirements are distinct to one that its subgraphs understand. */
export function restoreRequirements(
  { node: planned }: Plan,
  { variants, requiredBy }: DistinctRequirements,
): Plan {
  if (planned === undefined) return {};
  const names: Record<string, string> = {};
  const root =
    planned.kind === 'Subscription' ? restoreSubscription(planned) : restoreNode(planned, []);
  return Object.keys(names).length === 0 ? { node: root } : { node: root, names };

  function restoreSubscription({ kind, primary, rest }: SubscriptionNode): SubscriptionNode {
    const event = restoreFetch(primary);
    return { kind, primary: event, ...(rest !== undefined && { rest: restoreNode(rest, []) }) };
  }

  function restoreNode(part: PlanNode, path: readonly string[]): PlanNode {
    switch (part.kind) {
      case 'Fetch':
        return restoreFetch(splitLookups(part, path, requiredBy));
      case 'Flatten': {
        const node = restoreNode(part.node, [...path, ...part.path.map(String)]);
        // Lookups say for themselves where they are.
        return node.kind === 'Fetch' && node.lookups !== undefined ? node : { ...part, node };
      }
      case 'Sequence':
      case 'Parallel':
        return { ...part, nodes: part.nodes.map((each) => restoreNode(each, path)) };
    }
  }

  function restoreFetch(fetch: FetchNode): FetchNode {
    const { requires, inputRewrites, lookups } = fetch;
    const input = requires && restoreInput({ requires, ...(inputRewrites && { inputRewrites }) });
    return {
      ...fetch,
      operation: restoreOperation(fetch.operation),
      ...input,
      ...(lookups && { lookups: lookups.map(restoreLookup) }),
    };
  }

  function restoreLookup(lookup: EntityLookup): EntityLookup {
    return { ...lookup, ...restoreInput(lookup) };
  }

  function restoreOperation(operation: string): string {
    let isChanged = false;
    const restoredDocument = visit(parse(operation, { noLocation: true }), {
      Field(field): FieldNode | undefined {
        const variant = variants.get(field.name.value);
        if (variant === undefined) return undefined;
        isChanged = true;
        const alias = field.alias ?? field.name;
        names[alias.value] = variant.field;
        const name = { kind: Kind.NAME, value: variant.field } as const;
        return { ...field, alias, name, arguments: variant.arguments };
      },
    });
    return isChanged ? print(restoredDocument) : operation;
  }

  /** The subgraph reads it under the name that it knows. */
  function restoreInput({ requires, inputRewrites = [] }: Input): Partial<Input> {
    const renames = renamesIn(requires, []);
    const rewrites = inputRewrites.map((rewrite): PlannedRewrite => {
      if (rewrite.kind === 'ValueSetter') return rewrite;
      const variant = variants.get(rewrite.renameKeyTo);
      return variant === undefined ? rewrite : { ...rewrite, renameKeyTo: variant.field };
    });
    const both = [...renames, ...rewrites];
    return both.length === 0 ? {} : { inputRewrites: both };
  }

  /** Inner names first: the path to them has the names around them as they are before. */
  function renamesIn(
    selections: readonly RequiredSelection[],
    path: readonly string[],
  ): PlannedRewrite[] {
    return selections.flatMap((selection): PlannedRewrite[] => {
      const isField = selection.kind === 'Field';
      const element = isField
        ? (selection.alias ?? selection.name)
        : `... on ${selection.typeCondition}`;
      const inner = [...path, element];
      const renames = renamesIn(selection.selections ?? [], inner);
      const variant = isField ? variants.get(element) : undefined;
      if (variant === undefined) return renames;
      return [...renames, { kind: 'KeyRenamer', path: inner, renameKeyTo: variant.field }];
    });
  }
}

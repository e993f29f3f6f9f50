import { OperationNodeTransformer, type KyselyPlugin, type RawNode } from 'kysely';

/** Statements with a guard taken out: wherever they say `from` they say `to`. Tells how often that was. */
export function changeSql(from: string, to: string) {
  let changes = 0;

  class Change extends OperationNodeTransformer {
    protected override transformRaw(node: RawNode): RawNode {
      const changed = super.transformRaw(node);
      const sqlFragments = changed.sqlFragments.map((fragment) => {
        if (!fragment.includes(from)) return fragment;
        changes += 1;
        return fragment.replaceAll(from, to);
      });
      return { ...changed, sqlFragments };
    }
  }

  const change = new Change();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => change.transformNode(node),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { plugin, changes: () => changes };
}

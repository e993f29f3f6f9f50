import { RawNode, type KyselyPlugin, type QueryId } from 'kysely';

/** Calls `then` with each statement that says `text`, once its result is here and before anybody sees it. */
export function afterStatement(text: string, then: () => Promise<void>): KyselyPlugin {
  const found = new WeakSet<QueryId>();
  return {
    transformQuery({ node, queryId }) {
      if (RawNode.is(node) && node.sqlFragments.some((fragment) => fragment.includes(text))) {
        found.add(queryId);
      }
      return node;
    },
    async transformResult({ result, queryId }) {
      if (found.has(queryId)) await then();
      return result;
    },
  };
}

/** Resolves for all of `count` callers when the last of them has come; who comes later does not wait. */
export function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= count) resolve();
    return promise;
  };
}

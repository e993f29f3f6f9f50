import { createBatchedCall, type GraphClient } from '#platform/subgraph/graph-client.ts';
import { isId } from '#platform/database/ids.ts';

/** Whether there is a user with this id, as accounts has it now. */
export type UserExists = (userId: string) => Promise<boolean>;

/** Users in one question. */
const MAX_USERS = 200;

const QUERY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { id name } } }`;

export function createUserFinder(graph: GraphClient): UserExists {
  const find = createBatchedCall(MAX_USERS, async (userIds: readonly string[]) => {
    const of = [...new Set(userIds)].map((id) => ({ __typename: 'User', id }));
    const { _entities } = await graph.request<{ _entities: readonly ({ id: string } | null)[] }>(
      'accounts',
      QUERY,
      { of },
    );
    const found = new Set(_entities.flatMap((user) => (user ? [user.id] : [])));
    return userIds.map((id) => found.has(id));
  });
  return async (userId) => isId(userId) && (await find(userId));
}

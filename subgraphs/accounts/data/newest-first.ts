import { AppError } from '#platform/errors.ts';
import type { PageRequest, Position } from '#platform/graphql/page.ts';
import { isId } from '#platform/database/ids.ts';

/** A place in a list by time of creation, then id. */
export interface Place {
  createdAt: Date;
  id: string;
}

export const positionOf = ({ createdAt, id }: Place): Position => [createdAt.getTime(), id];

/** Where the page begins. A cursor comes from the client, so it may hold anything. */
export function readPlace({ after }: PageRequest): Place | undefined {
  if (after === undefined) return undefined;
  const [time, id] = after;
  const createdAt = new Date(typeof time === 'number' ? time : Number.NaN);
  if (Number.isNaN(createdAt.getTime()) || !isId(id)) {
    throw new AppError('BAD_USER_INPUT', 'after must be an endCursor of this list');
  }
  return { createdAt, id };
}

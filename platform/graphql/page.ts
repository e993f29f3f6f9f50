import { AppError } from '../errors.ts';

/**
 * Keyset pages in the shape of Relay connections
 * (https://relay.dev/graphql/connections.htm): a cursor is the position of an entry in its order,
 * never an offset, so that entries that come and go between two pages repeat and hide nothing.
 */
export const MAX_PAGE = 100;

/** The values an entry is ordered by, the last of them unique. */
export type Position = readonly (string | number)[];

export interface PageRequest {
  first: number;
  after: Position | undefined;
}

export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/**
 * Reads the arguments of a list. `order` names the order of the list, since a cursor of one order
 * means nothing in another. Throws BAD_USER_INPUT.
 */
export function readPageRequest(
  args: { first?: number | null; after?: string | null },
  order: string,
  defaultFirst = 25,
): PageRequest {
  const first = args.first ?? defaultFirst;
  if (first < 1 || first > MAX_PAGE) {
    throw new AppError('BAD_USER_INPUT', `first must be from 1 to ${MAX_PAGE}, not ${first}`);
  }
  return { first, after: args.after == null ? undefined : decodeCursor(args.after, order) };
}

/** `entries` holds up to one more than was asked for, which tells that there is a next page. */
export function createPage<Node>(
  entries: readonly Node[],
  request: PageRequest,
  order: string,
  positionOf: (node: Node) => Position,
): Page<Node> {
  const edges = entries
    .slice(0, request.first)
    .map((node) => ({ cursor: encodeCursor(positionOf(node), order), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: entries.length > request.first,
      hasPreviousPage: request.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function encodeCursor(position: Position, order: string): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString('base64url');
}

function decodeCursor(cursor: string, order: string): Position {
  try {
    const [cursorOrder, ...position] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as unknown[];
    if (cursorOrder === order && position.length > 0 && position.every(isPart)) return position;
  } catch {
    // Falls through to the error that says what was expected.
  }
  throw new AppError(
    'BAD_USER_INPUT',
    'after must be an endCursor of this list in the same order, or nothing for the first page',
  );
}

const isPart = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The paths and headers that a subgraph's HTTP server and its clients agree on. */
export const GRAPHQL_PATH = '/graphql';
export const REQUEST_ID_HEADER = 'x-request-id';
/** Where a change comes from, as the gateway saw it. Believed of whoever has a signed viewer. */
export const CLIENT_ADDRESS_HEADER = 'x-plaza-client-address';
/** Key in the extensions of a graphql-ws subscription under which the signed viewer travels. */
export const VIEWER_EXTENSION = 'viewer';
/** Beside it, what its log lines are found by. */
export const REQUEST_ID_EXTENSION = 'requestId';

/**
 * With its answers a server of ours says that it takes groups: several requests in the body of one POST, whose answers
 * come in its body as each is there. To one that does not say so every request is a POST of its own.
 */
export const GROUPS_HEADER = 'x-plaza-groups';
export const GROUP_TYPE = 'application/vnd.plaza.requests+json';
/** Most requests in one. */
export const MAX_GROUP = 32;

/** One of the `requests` of a group's body, which has beside them its `queries`, each once: those of a crowd are the same. */
export interface GroupedRequest {
  /** Its place among the queries. */
  query: number;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** What would be its headers. */
  headers: Readonly<Record<string, string>>;
}

/** A line of the answer's body, in JSON: which request, its status, and what would be its body. */
export type GroupedAnswer = [request: number, status: number, body: unknown];

/** The paths and headers that a subgraph's HTTP server and its clients agree on. */
export const GRAPHQL_PATH = '/graphql';
export const REQUEST_ID_HEADER = 'x-request-id';
/** Where a change comes from, as the gateway saw it. Believed of whoever has a signed viewer. */
export const CLIENT_ADDRESS_HEADER = 'x-plaza-client-address';
/** Key in the extensions of a graphql-ws subscription under which the signed viewer travels. */
export const VIEWER_EXTENSION = 'viewer';
/** Beside it, what its log lines are found by. */
export const REQUEST_ID_EXTENSION = 'requestId';

import { choice, flag, integer, list, optionalText, text } from '../platform/config/settings.ts';
import { PLANNER_NAMES } from './supergraph/planner/planner.ts';

/** Settings of the gateway, beside those of the platform. */
export const gatewaySettings = {
  GATEWAY_PORT: integer('where the gateway listens', { min: 0, max: 65_535 }, { default: '4000' }),
  GATEWAY_HOST: text('address that the gateway listens on', { default: '127.0.0.1' }),
  SUPERGRAPH_FILE: text('the supergraph, as composed', {
    default: 'schema/supergraph.graphql',
  }),
  SUPERGRAPH_URL: optionalText('where the supergraph is fetched from, in place of the file'),
  GATEWAY_PLANNER: choice(
    'what plans operations: hive (@graphql-hive/router-query-planner; what it refuses goes to the other), or apollo (@apollo/query-planner)',
    PLANNER_NAMES,
    { default: 'hive' },
  ),
  GATEWAY_OVERRIDE_LABELS: list(
    'labels of @override that hold, so that a field is asked for where it has moved to; percent(n) holds for that part of all operations',
    { default: '' },
  ),
  GATEWAY_MAX_PLAN_MS: integer(
    'longest that one operation may be planned, in a process of its own; one that takes longer is refused',
    { min: 10, max: 60_000 },
    { default: '2000' },
  ),
  SUPERGRAPH_POLL_MS: integer(
    'after which the gateway looks for a new supergraph, in the file or at the URL; 0 never looks',
    { min: 0, max: 86_400_000 },
    { default: '10000' },
  ),
  GATEWAY_STANDALONE: flag(
    'serves a supergraph whose subgraphs know nothing of this gateway: they are where the supergraph says, INTERNAL_SECRET and AUTH_PUBLIC_KEY may be absent',
    { default: 'false' },
  ),
  GATEWAY_FORWARD_HEADERS: list("headers of a client's request that go on to the subgraphs", {
    default: '',
  }),
  GATEWAY_SHARE_READS: flag(
    'a fetch of a query joins the same one of the same viewer that is under way; who joins sees what was read when the first one asked, even if it has changed something since',
    { default: 'false' },
  ),
  PERSISTED_OPERATIONS_FILE: text('operations that clients may name by their hash', {
    default: 'schema/operations/generated/persisted-documents.json',
  }),
  SUBGRAPH_URLS: optionalText(
    'where the subgraphs are: name=url separated by commas; a name not listed is http://<name>:4001/graphql',
  ),
  AUTH_PUBLIC_KEY: optionalText('PEM (SPKI) of the key that verifies access tokens'),
  AUTH_PUBLIC_KEY_FILE: optionalText('file with that key, where it is not in AUTH_PUBLIC_KEY'),
  GATEWAY_MAX_BODY_BYTES: integer(
    'longest request body',
    { min: 1_000, max: 100_000_000 },
    { default: '1000000' },
  ),
  GATEWAY_MAX_TOKENS: integer(
    'most tokens of a query document',
    { min: 100, max: 1_000_000 },
    { default: '5000' },
  ),
  GATEWAY_MAX_DEPTH: integer(
    'most levels of fields of an operation',
    { min: 1, max: 1_000 },
    { default: '20' },
  ),
  GATEWAY_MAX_FIELDS: integer(
    'most fields of an operation, its fragments spread out',
    { min: 1, max: 100_000 },
    { default: '2000' },
  ),
  GATEWAY_MAX_ROOT_FIELDS: integer(
    'most root fields of an operation',
    { min: 1, max: 10_000 },
    { default: '20' },
  ),
  GATEWAY_MAX_ALIASES: integer(
    'most aliases of an operation',
    { min: 0, max: 10_000 },
    { default: '50' },
  ),
  GATEWAY_MAX_DIRECTIVES: integer(
    'most directives of an operation',
    { min: 0, max: 10_000 },
    { default: '50' },
  ),
  GATEWAY_MAX_REPEATED_FIELDS: integer(
    'how often one field may be repeated in a selection: validation compares each pair',
    { min: 1, max: 10_000 },
    { default: '50' },
  ),
  GATEWAY_MAX_BATCH: integer(
    'most operations of one HTTP request',
    { min: 1, max: 1_000 },
    { default: '10' },
  ),
  GATEWAY_MAX_COST_ANONYMOUS: integer(
    'most that an operation of somebody not signed in may be estimated to cost; 0 is no limit',
    { min: 0, max: 1_000_000_000 },
    { default: '5000' },
  ),
  GATEWAY_MAX_COST_USER: integer(
    "most that a signed-in user's operation may be estimated to cost; 0 is no limit",
    { min: 0, max: 1_000_000_000 },
    { default: '20000' },
  ),
  GATEWAY_MAX_COST_PARTNER: integer(
    "most that a partner's operation may be estimated to cost; 0 is no limit",
    { min: 0, max: 1_000_000_000 },
    { default: '20000' },
  ),
  GATEWAY_ASSUMED_LIST_SIZE: integer(
    'length that a list without @listSize counts with',
    { min: 0, max: 100_000 },
    { default: '10' },
  ),
  GATEWAY_RATE_USER: integer(
    'points a minute that a signed-in user may use, and as many for large bodies and what is refused; 0 is no limit',
    { min: 0, max: 100_000_000 },
    { default: '100' },
  ),
  GATEWAY_RATE_ADDRESS: integer(
    'points a minute of everybody together who is not signed in, by address, and as many for large bodies and what is refused; 0 is no limit',
    { min: 0, max: 100_000_000 },
    { default: '600' },
  ),
  GATEWAY_RATE_REGISTERED: integer(
    'points a minute of registered operations, by user or address, counted apart from others; 0 is no limit',
    { min: 0, max: 100_000_000 },
    { default: '1200' },
  ),
  GATEWAY_RATE_PARTNER: integer(
    'points a minute of a partner key, and as many for large bodies and what is refused; 0 is no limit',
    { min: 0, max: 100_000_000 },
    { default: '600' },
  ),
  GATEWAY_COST_PER_POINT: integer(
    'an operation uses one point, and one more for each of this estimated cost',
    { min: 1, max: 1_000_000_000 },
    { default: '1000' },
  ),
  GATEWAY_LIMITS: choice(
    'what becomes of operations over a limit of size, cost or rate: enforce refuses them, report lets them run, and counts and logs them',
    ['enforce', 'report'],
    { default: 'enforce' },
  ),
  GATEWAY_SAFELIST: choice(
    'whether clients without a partner key may run operations that are not registered: report counts and logs them, enforce refuses them',
    ['off', 'report', 'enforce'],
    { default: 'off' },
  ),
  GATEWAY_TRUSTED_PROXIES: integer(
    'proxies in front of the gateway, whose entries of X-Forwarded-For say where a client is',
    { min: 0, max: 20 },
    { default: '0' },
  ),
  GATEWAY_MEDIA_ORIGINS: list(
    "origins besides the gateway's own where browsers put and read pictures and films: those of S3_ENDPOINT and S3_PUBLIC_URL",
    { default: '' },
  ),
  GATEWAY_SECURE: flag('browsers reach the gateway over TLS: tells them to stay with it', {
    default: 'false',
  }),
  GATEWAY_MAX_SOCKETS: integer(
    'most WebSocket connections at once',
    { min: 1, max: 1_000_000 },
    { default: '20000' },
  ),
  GATEWAY_MAX_SOCKETS_PER_ADDRESS: integer(
    'most WebSocket connections and event streams of one address',
    { min: 1, max: 1_000_000 },
    { default: '10000' },
  ),
  GATEWAY_MAX_SOCKETS_PER_VIEWER: integer(
    'most WebSocket connections of one user or API key, or of one address where nobody is signed in',
    { min: 1, max: 1_000_000 },
    { default: '10000' },
  ),
  GATEWAY_MAX_OPERATIONS_PER_VIEWER: integer(
    'most operations at once of one user or API key over its connections, or of one address where nobody is signed in',
    { min: 1, max: 10_000_000 },
    { default: '10000' },
  ),
  GATEWAY_MAX_OPERATIONS_PER_SOCKET: integer(
    'most operations at once on one WebSocket connection',
    { min: 1, max: 100_000 },
    { default: '100' },
  ),
  GATEWAY_MAX_MESSAGES_PER_SOCKET: integer(
    'messages a second that are read from one WebSocket connection, twice as many at once; what comes then waits with the client',
    { min: 1, max: 100_000 },
    { default: '50' },
  ),
  GATEWAY_SLOW_SUBSCRIBERS: choice(
    'what happens to events for a client that reads too slowly: drop-oldest keeps the last 32, latest-wins the last one; the next event it gets says so in extensions.gap',
    ['drop-oldest', 'latest-wins'],
    { default: 'drop-oldest' },
  ),
  GATEWAY_CORS_ORIGINS: list('origins of other sites whose pages may call the gateway', {
    default: '',
  }),
  GATEWAY_POLICY_MODULE: optionalText(
    'module whose evaluatePolicy(policy, viewer) decides about @policy; without one `role:<name>` holds for users of this role',
  ),
  WEB_DIR: text('the built web', { default: 'web/dist' }),
  MEDIA_DIR: text('pictures, served below /media', { default: '.plaza/media' }),
  EXPLORER: flag('serves GraphiQL at /explorer', { default: 'true' }),
};

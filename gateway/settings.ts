import { flag, integer, list, optionalText, text } from '../platform/config/settings.ts';

/** Settings of the gateway, beside those of the platform. */
export const gatewaySettings = {
  GATEWAY_PORT: integer('where the gateway listens', { min: 0, max: 65_535 }, { default: '4000' }),
  GATEWAY_HOST: text('address that the gateway listens on', { default: '127.0.0.1' }),
  SUPERGRAPH_FILE: text('the supergraph, as composed', {
    default: 'schema/supergraph.graphql',
  }),
  SUPERGRAPH_URL: optionalText('where the supergraph is fetched from, in place of the file'),
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
  GATEWAY_MAX_SOCKETS: integer(
    'most WebSocket connections at once',
    { min: 1, max: 1_000_000 },
    { default: '20000' },
  ),
  GATEWAY_CORS_ORIGINS: list('origins of other sites whose pages may call the gateway', {
    default: '',
  }),
  WEB_DIR: text('the built web', { default: 'web/dist' }),
  MEDIA_DIR: text('pictures, served below /media', { default: '.plaza/media' }),
  EXPLORER: flag('serves GraphiQL at /explorer', { default: 'true' }),
};

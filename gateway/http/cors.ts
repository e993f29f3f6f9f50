import type { IncomingMessage, ServerResponse } from 'node:http';

const A_DAY_S = '86400';

/** Lets pages of these origins call the gateway. Returns true when it has answered a preflight request. */
export function allowOrigins(
  origins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
  response.setHeader('access-control-expose-headers', 'retry-after, x-request-id');
  if (request.method !== 'OPTIONS') return false;

  response
    .writeHead(204, {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-api-key, x-request-id',
      'access-control-max-age': A_DAY_S,
    })
    .end();
  return true;
}

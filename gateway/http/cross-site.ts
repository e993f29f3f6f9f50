import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';

/**
 * Refuses what another site's page makes a browser send (https://www.w3.org/TR/fetch-metadata/), unless
 * its origin is allowed. A POST is safe without this, as JSON needs a preflight; a GET from a link, an
 * image or a script does not. Programs that are no browser say nothing, and have no user to abuse.
 */
export function refuseCrossSite(request: IncomingMessage, origins: readonly string[]): void {
  const { origin } = request.headers;
  if (origin !== undefined && origins.includes(origin)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new HttpRefusal(
    403,
    `pages of ${origin ?? 'another site'} may not ask this gateway: GATEWAY_CORS_ORIGINS lists who may`,
    { code: 'FORBIDDEN' },
  );
}

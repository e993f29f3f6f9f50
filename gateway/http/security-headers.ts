import type { ServerResponse } from 'node:http';
import { SettingsError } from '../../platform/config/settings.ts';

export interface SecurityOptions {
  /** Browsers come over TLS, ended in front of the gateway, and are to go on so. */
  isSecure: boolean;
  /** Where the web puts and reads pictures and films that are not below this gateway, such as a bucket and its CDN. */
  mediaOrigins: readonly string[];
}

/**
 * The web's build has no inline scripts; its components set styles on elements, which needs
 * 'unsafe-inline' for styles alone. The editor of the explorer runs its language services in workers
 * that it makes from blobs.
 */
const policyWith = (media: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${media}`,
    `media-src 'self'${media}`,
    "font-src 'self' data:",
    `connect-src 'self' ws: wss:${media}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const TWO_YEARS_S = 63_072_000;

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Every answer carries them. */
export function createSecurityHeaders({ isSecure, mediaOrigins }: SecurityOptions) {
  for (const origin of mediaOrigins) requireOrigin(origin);
  const headers = {
    ...HEADERS,
    'content-security-policy': policyWith(mediaOrigins.map((origin) => ` ${origin}`).join('')),
    ...(isSecure && { 'strict-transport-security': `max-age=${TWO_YEARS_S}` }),
  };
  return (response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
}

/** What is no plain origin would end the directive, or name more than was meant. */
function requireOrigin(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.origin === text && !text.includes('*');
  if (isPlain && /^https?:$/.test(url.protocol)) return;
  throw new SettingsError(
    `GATEWAY_MEDIA_ORIGINS has ${JSON.stringify(text)}: expected origins such as https://media.example, without a path`,
  );
}

import type { IncomingMessage } from 'node:http';
import { VIEWER_HEADER } from '../../platform/identity/viewer-signature.ts';
import { CLIENT_ADDRESS_HEADER } from '../../platform/subgraph/http-protocol.ts';

/** They belong to one connection or one body, or are the gateway's own to say. */
const NEVER_FORWARDED: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  VIEWER_HEADER,
  CLIENT_ADDRESS_HEADER,
]);

export type ForwardHeaders = (request: IncomingMessage) => Record<string, string> | undefined;

/**
 * Picks the headers of a request that go on to the subgraphs; undefined when none may. Throws on a name
 * that cannot go on.
 */
export function createForwardHeaders(setting: readonly string[]): ForwardHeaders {
  const names = setting.map((name) => name.toLowerCase());
  const wrong = names.find((name) => NEVER_FORWARDED.has(name));
  if (wrong !== undefined) throw new Error(`GATEWAY_FORWARD_HEADERS: ${wrong} cannot be forwarded`);
  if (names.length === 0) return () => undefined;

  return ({ headers }) => {
    const found: Record<string, string> = {};
    for (const name of names) {
      const value = headers[name];
      if (value !== undefined) found[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return found;
  };
}

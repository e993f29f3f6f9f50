import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../../platform/identity/viewer.ts';
import type { Trace } from '../../platform/telemetry/trace.ts';

/** Who sends an operation, and from where. */
export interface Caller {
  viewer: Viewer;
  /** Of the client; the network of a home for IPv6. */
  address: string;
  requestId: string;
  /** What the operation is a part of, where it is traced. */
  trace?: Trace;
}

/** What the caller's use is counted under. */
export function callerKey({ viewer, address }: Pick<Caller, 'viewer' | 'address'>): string {
  switch (viewer.kind) {
    case 'user':
      return `user/${viewer.userId}`;
    case 'partner':
      return `partner/${viewer.partnerKeyId}`;
    case 'service':
      return `service/${viewer.name}`;
    case 'anonymous':
      return `address/${address}`;
  }
}

/** The scope of a run, with where it comes from if it is a change: that is told to subgraphs, and kept with an order. */
export function withOrigin<Scope extends object>(
  scope: Scope,
  { operation }: OperationDefinitionNode,
  { address }: Pick<Caller, 'address'>,
): Scope & { clientAddress?: string } {
  const isKnown = isIP(address.split('/', 1)[0] ?? '') !== 0;
  const isChange = operation === OperationTypeNode.MUTATION;
  return isChange && isKnown ? { ...scope, clientAddress: address } : scope;
}

/**
 * The client's address behind this many proxies of ours, each of which appends who called it to
 * `x-forwarded-for`. What stands before those entries is the client's own claim and is not read.
 */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return networkOf(own);
  const header = request.headers['x-forwarded-for'] ?? '';
  const forwarded = String(header)
    .split(',')
    .map((each) => each.trim());
  const claimed = forwarded.at(-trustedProxies) ?? '';
  return networkOf(isIP(claimed) === 0 ? own : claimed);
}

/** One subscriber has a whole /64 of IPv6: its addresses count as one. */
function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 4;
  return `${[...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')}::/64`;
}

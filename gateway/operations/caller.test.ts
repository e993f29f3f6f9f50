import type { IncomingMessage } from 'node:http';
import { OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';
import { addressOf, callerKey, withOrigin } from './caller.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

test.each([
  ['without proxies the header is a claim', '10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
  ['one proxy wrote the last entry', '10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['of two the first one wrote the client', '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
  ['who went around the proxies is who connects', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['what is no address does not count', '10.0.0.1', 'x'.repeat(5_000), 1, '10.0.0.1'],
  ['an IPv4 address in IPv6 is the same address', '::ffff:1.2.3.4', undefined, 0, '1.2.3.4'],
  ['a network of IPv6 is one', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['also where zeros are left out', '2001:db8::7', undefined, 0, '2001:db8:0:0::/64'],
])('%s', (_rule, remote, forwarded, proxies, address) => {
  expect(addressOf(from(remote, forwarded), proxies)).toBe(address);
});

test('people, keys and addresses are counted apart', () => {
  const address = '1.2.3.4';
  const keys = [
    callerKey({ viewer: { kind: 'anonymous' }, address }),
    callerKey({ viewer: { kind: 'partner', partnerKeyId: 'k', scopes: [] }, address }),
    callerKey({ viewer: { kind: 'service', name: 's' }, address }),
  ];

  expect(keys).toEqual(['address/1.2.3.4', 'partner/k', 'service/s']);
});

const operation = (kind: OperationTypeNode) =>
  parse(`${kind} { __typename }`).definitions[0] as OperationDefinitionNode;

test.each([
  ['a change says where it comes from', OperationTypeNode.MUTATION, '1.2.3.4', '1.2.3.4'],
  ['also from a network', OperationTypeNode.MUTATION, '2001:db8:0:0::/64', '2001:db8:0:0::/64'],
  ['what is not known is not said', OperationTypeNode.MUTATION, 'unknown', undefined],
  ['reads are shared, and say nothing', OperationTypeNode.QUERY, '1.2.3.4', undefined],
])('%s', (_rule, kind, address, clientAddress) => {
  expect(withOrigin({}, operation(kind), { address })).toEqual(
    clientAddress === undefined ? {} : { clientAddress },
  );
});

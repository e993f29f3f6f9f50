import type { IncomingMessage } from 'node:http';
import { createForwardHeaders } from './forwarded-headers.ts';

const request = (headers: Record<string, string | string[]>) =>
  ({ headers }) as unknown as IncomingMessage;

test('the named headers go on, whatever the case of their names, and no others', () => {
  const forward = createForwardHeaders(['Authorization', 'x-tenant', 'x-many', 'x-absent']);
  const sent = { authorization: 'Bearer a', 'x-tenant': 't', 'x-many': ['1', '2'], cookie: 'c' };
  expect(forward(request(sent))).toEqual({
    authorization: 'Bearer a',
    'x-tenant': 't',
    'x-many': '1, 2',
  });
});

test('a header of the connection, or the signed viewer, cannot be named', () => {
  expect(() => createForwardHeaders(['Host'])).toThrow('host cannot be forwarded');
  expect(() => createForwardHeaders(['x-plaza-viewer'])).toThrow('x-plaza-viewer');
});

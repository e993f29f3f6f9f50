import { withArguments } from './gateway-arguments.ts';

test('without arguments the settings decide', () => {
  expect(withArguments([], { GATEWAY_PORT: '1' })).toEqual({ GATEWAY_PORT: '1' });
});

test('a supergraph that is named makes the gateway stand alone', () => {
  expect(
    withArguments(['--supergraph', 'a.graphql', '--port', '2'], { GATEWAY_PORT: '1' }),
  ).toMatchObject({
    PERSISTED_OPERATIONS_FILE: 'persisted-documents.json',
    GATEWAY_STANDALONE: 'true',
    SUPERGRAPH_FILE: 'a.graphql',
    SUPERGRAPH_URL: undefined,
    GATEWAY_PORT: '2',
  });
  expect(withArguments(['--supergraph=https://a/b'], {})).toMatchObject({
    SUPERGRAPH_URL: 'https://a/b',
  });
});

test('alone it has no limit of costs and rates but those that somebody sets', () => {
  expect(withArguments(['--supergraph=a'], { GATEWAY_RATE_ADDRESS: '7' })).toMatchObject({
    GATEWAY_RATE_ADDRESS: '7',
    GATEWAY_RATE_USER: '0',
    GATEWAY_MAX_COST_ANONYMOUS: '0',
  });
});

test('a mistake is answered with the usage', () => {
  expect(() => withArguments(['--sopergraph', 'x'], {})).toThrow('npm run gateway');
  expect(() => withArguments(['--port'], {})).toThrow('npm run gateway');
});

import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createSecurityHeaders, type SecurityOptions } from './security-headers.ts';

/** The headers of an answer, and of its policy what each directive allows. */
function headersWith(options: Partial<SecurityOptions>) {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  createSecurityHeaders({ isSecure: false, mediaOrigins: [], ...options })(response);
  const policy = String(response.getHeader('content-security-policy'))
    .split('; ')
    .map((directive) => directive.split(' '));
  return { response, allowed: Object.fromEntries(policy.map(([name, ...rest]) => [name, rest])) };
}

test('pictures and films come from the gateway alone, unless there are origins for them', () => {
  const { allowed } = headersWith({});
  expect(allowed['img-src']).toEqual(["'self'", 'data:', 'blob:']);
  expect(allowed['media-src']).toEqual(["'self'"]);

  const origins = ['https://s3.eu-central-1.amazonaws.com', 'https://cdn.example:8443'];
  const wide = headersWith({ mediaOrigins: origins }).allowed;
  // Shown and played from there, and put there by the page.
  for (const directive of ['img-src', 'media-src', 'connect-src']) {
    expect(wide[directive]).toEqual([...(allowed[directive] ?? []), ...origins]);
  }
  const { 'img-src': _i, 'media-src': _m, 'connect-src': _c, ...rest } = wide;
  expect(allowed).toMatchObject(rest);
  expect(rest['script-src']).toEqual(["'self'"]);
});

test.each([
  'https://cdn.example/media',
  'https://cdn.example/',
  'cdn.example',
  '*',
  'https://*.example',
  "https://a.example; script-src 'unsafe-inline'",
  'data:',
])('%s is no origin, and the start says what was expected', (origin) => {
  expect(() => createSecurityHeaders({ isSecure: false, mediaOrigins: [origin] })).toThrow(
    'expected origins such as https://media.example',
  );
});

test('browsers are told to stay with TLS where there is TLS', () => {
  const header = 'strict-transport-security';
  expect(headersWith({}).response.hasHeader(header)).toBe(false);
  expect(headersWith({ isSecure: true }).response.getHeader(header)).toMatch(/^max-age=\d{7,}/);
});

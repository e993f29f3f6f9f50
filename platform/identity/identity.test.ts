import { generateKeyPairSync } from 'node:crypto';
import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { AppError } from '../errors.ts';
import { createTokenIssuer, createTokenVerifier } from './access-token.ts';
import { createViewerSigner } from './viewer-signature.ts';
import { ANONYMOUS, requireScope, requireService, requireUser, type UserViewer } from './viewer.ts';

async function keys(algorithm = 'RS256') {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  return {
    privateKey: await exportPKCS8(pair.privateKey),
    publicKey: await exportSPKI(pair.publicKey),
  };
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const REFUSED = new AppError('UNAUTHENTICATED', 'the access token is not valid: sign in again');
const EXPIRED = new AppError('UNAUTHENTICATED', 'the access token has expired: use refreshSession');

const ada = { userId: 'ada', sessionId: 's1', roles: ['CUSTOMER'], scopes: ['orders:read'] };
const inAnHour = () => new Date(Date.now() + 3_600_000);

test.each([
  ['RS256', 'an RSA key'],
  ['EdDSA', 'an Ed25519 key'],
])('by %s of %s a token says who it was issued to, once and again', async (algorithm) => {
  const { privateKey, publicKey } = await keys(algorithm);
  const token = await (await createTokenIssuer(privateKey))(ada, inAnHour());
  const verify = createTokenVerifier(publicKey);

  const viewer = verify(token);

  expect(viewer).toMatchObject({ kind: 'user', ...ada });
  expect(verify(token)).toBe(viewer);
});

test('refuses a token of another key, an altered one, and one that expired while it was cached', async () => {
  const { privateKey, publicKey } = await keys();
  let now = Date.now();
  const verify = createTokenVerifier(publicKey, () => now);
  const token = await (await createTokenIssuer(privateKey))(ada, inAnHour());
  const forged = await (await createTokenIssuer((await keys()).privateKey))(ada, inAnHour());

  expect(() => verify(forged)).toThrow(REFUSED);
  expect(() => verify(`${token}x`)).toThrow(REFUSED);
  verify(token);
  now += 3_700_000;
  expect(() => verify(token)).toThrow(EXPIRED);
  expect(() => verify(token)).toThrow(EXPIRED);
});

const accessToken = (header: object = {}) =>
  new SignJWT({ sid: 's1', roles: [], scope: '' })
    .setProtectedHeader({ alg: 'RS256', ...header })
    .setSubject('ada');

test('refuses a token for somebody else, without an end, that is already over, or in pieces', async () => {
  const { privateKey, publicKey } = await keys();
  const key = await importPKCS8(privateKey, 'RS256');
  const verify = createTokenVerifier(publicKey);
  const ours = () => accessToken().setIssuer('plaza').setAudience('plaza-graph');
  const good = await ours().setExpirationTime('1h').sign(key);
  expect(verify(good)).toMatchObject({ userId: 'ada', scopes: [] });

  const [header = '', payload = '', signature = ''] = good.split('.');
  const refused = [
    await accessToken().setIssuer('plaza').setAudience('others').setExpirationTime('1h').sign(key),
    await accessToken()
      .setIssuer('others')
      .setAudience('plaza-graph')
      .setExpirationTime('1h')
      .sign(key),
    await accessToken().setIssuer('plaza').setExpirationTime('1h').sign(key),
    await ours().sign(key),
    await accessToken({ typ: 'JWT' })
      .setIssuer('plaza')
      .setAudience('plaza-graph')
      .setExpirationTime('1h')
      .sign(key),
    `${encode({ alg: 'none' })}.${payload}.`,
    `${header}.${encode({ sub: 'eve', sid: 's1', roles: [], scope: '', exp: 9e9 })}.${signature}`,
    `${header}.${payload}`,
    `${header}.${payload}.`,
    `${good}.${signature}`,
    `${header}.${payload}.${signature.slice(4)}`,
    // The same bytes, spelled otherwise.
    `${good}${'!'.repeat(100)}`,
    `${good}=`,
    '..',
    '',
  ];
  for (const token of refused) expect(() => verify(token)).toThrow(REFUSED);
  expect(() => verify('x'.repeat(10_000))).toThrow(REFUSED);
  const over = await ours().setExpirationTime('-1s').sign(key);
  expect(() => verify(over)).toThrow(EXPIRED);
});

test('a token of another algorithm than the key has is refused, and so is a key of another kind', async () => {
  const [rsa, edwards] = await Promise.all([keys('RS256'), keys('EdDSA')]);
  const verify = createTokenVerifier(rsa.publicKey);
  const foreign = await (await createTokenIssuer(edwards.privateKey))(ada, inAnHour());
  const asSecret = await new SignJWT({ sid: 's1', roles: [], scope: '' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('ada')
    .setIssuer('plaza')
    .setAudience('plaza-graph')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(rsa.publicKey));

  expect(() => verify(foreign)).toThrow(REFUSED);
  expect(() => verify(asSecret)).toThrow(REFUSED);
  const short = generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey;
  const shortPem = short.export({ type: 'spki', format: 'pem' }).toString();
  expect(() => createTokenVerifier(shortPem)).toThrow('RSA with 1024 bits: expected RSA');
  const curve = await keys('ES256');
  expect(() => createTokenVerifier(curve.publicKey)).toThrow('expected RSA');
});

test('a signed viewer arrives as it was, and only under the same secret', async () => {
  const viewer: UserViewer = { kind: 'user', ...ada, expiresAt: 1 };
  const signer = createViewerSigner('a'.repeat(32));
  const signed = signer.sign(viewer);

  expect(signer.verify(signed)).toEqual(viewer);
  expect(() => createViewerSigner('b'.repeat(32)).verify(signed)).toThrow(
    'signature verification failed',
  );
});

test('a signed viewer is a JWT as others make and read it', async () => {
  const secret = 'a'.repeat(32);
  const key = new TextEncoder().encode(secret);
  const viewer: UserViewer = { kind: 'user', ...ada, expiresAt: 1 };
  const { payload } = await jwtVerify(createViewerSigner(secret).sign(viewer), key, {
    issuer: 'plaza-internal',
    algorithms: ['HS256'],
  });
  expect(payload['viewer']).toEqual(viewer);

  const theirs = await new SignJWT({ viewer: { ...viewer } })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('plaza-internal')
    .setExpirationTime('60s')
    .sign(key);
  expect(createViewerSigner(secret).verify(theirs)).toEqual(viewer);
});

test('refuses signed viewers that are altered, old, of another issuer or not signed at all', async () => {
  const secret = 'a'.repeat(32);
  const signer = createViewerSigner(secret);
  const key = new TextEncoder().encode(secret);
  const claims = { viewer: { kind: 'user', ...ada, expiresAt: 1 } };
  const jwt = () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
  const [header = '', payload = '', signature = ''] = signer.sign(ANONYMOUS).split('.');

  const old = await jwt().setIssuer('plaza-internal').setExpirationTime('-1s').sign(key);
  const foreign = await jwt().setIssuer('plaza').setExpirationTime('60s').sign(key);
  const endless = await jwt().setIssuer('plaza-internal').sign(key);
  const refused = [
    old,
    foreign,
    endless,
    `${header}.${encode({ ...claims, iss: 'plaza-internal', exp: 9e9 })}.${signature}`,
    `${encode({ alg: 'none' })}.${payload}.`,
    `${encode({ alg: 'HS512' })}.${payload}.${signature}`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature}.x`,
    `${header}.${payload}.${signature.slice(1)}`,
    '',
  ];
  for (const signed of refused) expect(() => signer.verify(signed)).toThrow(Error);
  expect(signer.verify(`${header}.${payload}.${signature}`)).toEqual(ANONYMOUS);
});

test('guards tell who is missing what', () => {
  const viewer: UserViewer = { kind: 'user', ...ada, expiresAt: 1 };

  expect(requireUser(viewer)).toBe(viewer);
  expect(() => requireUser(ANONYMOUS)).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED' }),
  );
  expect(() => requireScope(viewer, 'orders:write')).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN' }),
  );
  expect(() => requireService(viewer)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
});

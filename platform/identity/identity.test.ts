import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { createTokenIssuer, createTokenVerifier } from './access-token.ts';
import { createViewerSigner } from './viewer-signature.ts';
import { ANONYMOUS, requireScope, requireService, requireUser, type UserViewer } from './viewer.ts';

async function keys() {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  return {
    privateKey: await exportPKCS8(pair.privateKey),
    publicKey: await exportSPKI(pair.publicKey),
  };
}

const ada = { userId: 'ada', sessionId: 's1', roles: ['CUSTOMER'], scopes: ['orders:read'] };
const inAnHour = () => new Date(Date.now() + 3_600_000);

test('a token says who it was issued to, and the same token gives the same viewer', async () => {
  const { privateKey, publicKey } = await keys();
  const token = await (await createTokenIssuer(privateKey))(ada, inAnHour());
  const verify = await createTokenVerifier(publicKey);

  const viewer = await verify(token);

  expect(viewer).toMatchObject({ kind: 'user', ...ada });
  expect(await verify(token)).toBe(viewer);
});

test('refuses a token of another key, an altered one, and one that expired while it was cached', async () => {
  const { privateKey, publicKey } = await keys();
  let now = Date.now();
  const verify = await createTokenVerifier(publicKey, () => now);
  const token = await (await createTokenIssuer(privateKey))(ada, inAnHour());
  const forged = await (await createTokenIssuer((await keys()).privateKey))(ada, inAnHour());

  await expect(verify(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(verify(`${token}x`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await verify(token);
  now += 3_700_000;
  await expect(verify(token)).rejects.toThrow('has expired');
});

test('a signed viewer arrives as it was, and only under the same secret', async () => {
  const viewer: UserViewer = { kind: 'user', ...ada, expiresAt: 1 };
  const signer = createViewerSigner('a'.repeat(32));
  const signed = await signer.sign(viewer);

  expect(await signer.verify(signed)).toEqual(viewer);
  await expect(createViewerSigner('b'.repeat(32)).verify(signed)).rejects.toThrow(
    'signature verification failed',
  );
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

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenIssuer, createTokenVerifier } from '../platform/identity/access-token.ts';
import { ensureKeys, INTERNAL_SECRET, PUBLIC_KEY, SIGNING_KEY } from './ensure-keys.ts';

const subject = { userId: 'ada', sessionId: 's1', roles: ['CUSTOMER'], scopes: [] };
const inAMinute = () => new Date(Date.now() + 60_000);

let dir: string;
const folders = () => ({ signingDir: join(dir, 'signing'), sharedDir: join(dir, 'shared') });
const signingKey = () => readFile(join(dir, 'signing', SIGNING_KEY), 'utf8');
const shared = (name: string) => readFile(join(dir, 'shared', name), 'utf8');
const files = () => Promise.all([signingKey(), shared(PUBLIC_KEY), shared(INTERNAL_SECRET)]);

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a token that the signing key signs is valid for the public key', async () => {
  await ensureKeys(folders());

  const issue = await createTokenIssuer(await signingKey());
  const verify = createTokenVerifier(await shared(PUBLIC_KEY));

  expect(verify(await issue(subject, inAMinute()))).toMatchObject({ userId: 'ada' });
});

test('the second start keeps all three files', async () => {
  expect(await ensureKeys(folders())).toHaveLength(3);
  const before = await files();

  expect(await ensureKeys(folders())).toEqual([]);
  expect(await files()).toEqual(before);
});

test('a public key of another pair is replaced by the right one', async () => {
  await ensureKeys(folders());
  const right = await shared(PUBLIC_KEY);
  await writeFile(join(dir, 'shared', PUBLIC_KEY), 'of another pair');

  expect(await ensureKeys(folders())).toEqual([PUBLIC_KEY]);
  expect(await shared(PUBLIC_KEY)).toBe(right);
});

test('two that start at once agree', async () => {
  const made = await Promise.all([ensureKeys(folders()), ensureKeys(folders())]);

  expect(made.flat().filter((name) => name === SIGNING_KEY)).toHaveLength(1);
  expect(await ensureKeys(folders())).toEqual([]);
});

test('only the owner can read the secrets, and the internal one is long enough', async () => {
  await ensureKeys(folders());

  for (const file of [join('signing', SIGNING_KEY), join('shared', INTERNAL_SECRET)]) {
    expect((await stat(join(dir, file))).mode & 0o777).toBe(0o600);
  }
  expect((await shared(INTERNAL_SECRET)).length).toBeGreaterThanOrEqual(32);
});

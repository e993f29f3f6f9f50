import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** File names inside the two folders. */
export const SIGNING_KEY = 'access-token.private.pem';
export const PUBLIC_KEY = 'access-token.public.pem';
export const INTERNAL_SECRET = 'internal-secret';

const SIGNING_KEY_BITS = 2_048;
const INTERNAL_SECRET_BYTES = 32;

export interface KeyFolders {
  /** Only accounts reads this one. */
  signingDir: string;
  /** Every part reads this one. */
  sharedDir: string;
}

/**
 * Makes what is missing and returns the names of those files; what is there stays. The public key is
 * derived from the private one each time, so that a start which was cut off leaves no halves of two pairs.
 */
export async function ensureKeys({ signingDir, sharedDir }: KeyFolders): Promise<string[]> {
  await mkdir(signingDir, { recursive: true, mode: 0o700 });
  await mkdir(sharedDir, { recursive: true, mode: 0o700 });
  const made: string[] = [];

  const signingKey = join(signingDir, SIGNING_KEY);
  if (await writeOnce(signingKey, newSigningKey)) made.push(SIGNING_KEY);
  const secret = join(sharedDir, INTERNAL_SECRET);
  if (await writeOnce(secret, newInternalSecret)) made.push(INTERNAL_SECRET);

  const publicKey = join(sharedDir, PUBLIC_KEY);
  const wanted = createPublicKey(await readFile(signingKey, 'utf8'))
    .export({ type: 'spki', format: 'pem' })
    .toString();
  if ((await readIfThere(publicKey)) !== wanted) {
    await replace(publicKey, wanted);
    made.push(PUBLIC_KEY);
  }
  return made;
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: SIGNING_KEY_BITS });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function newInternalSecret(): string {
  return randomBytes(INTERNAL_SECRET_BYTES).toString('base64url');
}

/** Resolves to whether it wrote. The file appears complete, and the first of two that write at once wins. */
async function writeOnce(file: string, create: () => string): Promise<boolean> {
  if ((await readIfThere(file)) !== undefined) return false;
  return withDraft(file, create(), async (draft) => {
    try {
      await link(draft, file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  });
}

async function replace(file: string, content: string): Promise<void> {
  await withDraft(file, content, (draft) => rename(draft, file));
}

async function withDraft<Result>(
  file: string,
  content: string,
  place: (draft: string) => Promise<Result>,
): Promise<Result> {
  // Not the process number: two containers may have the same.
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    return await place(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

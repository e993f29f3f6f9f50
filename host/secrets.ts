import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';

export interface LocalSecrets {
  /** RSA pair for access tokens, PEM: PKCS #8 and SPKI. */
  accessTokenPrivateKey: string;
  accessTokenPublicKey: string;
  /** Signs the viewer between gateway and subgraphs: 32 random bytes, base64url. */
  internalSecret: string;
}

/** Made at the first start and kept in `dir`, in files that only their owner can read. */
export async function loadOrCreateSecrets(dir: string): Promise<LocalSecrets> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LocalSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secrets = await createSecrets();
  await writeWhole(file, JSON.stringify(secrets));
  return secrets;
}

async function createSecrets(): Promise<LocalSecrets> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    accessTokenPrivateKey: await exportPKCS8(privateKey),
    accessTokenPublicKey: await exportSPKI(publicKey),
    internalSecret: randomBytes(32).toString('base64url'),
  };
}

// All in one file that appears complete: a start that is cut off leaves no half of a pair.
async function writeWhole(file: string, content: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await link(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

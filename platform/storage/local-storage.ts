import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, TOO_LARGE, type Storage } from './storage.ts';
import { UPLOAD_PATH, type UploadTickets } from './upload-ticket.ts';

/** A folder of the media folder that is not served, as its name begins with a dot. */
const UPLOADS = '.uploads';
const PUBLIC_PATH = '/media/';

/** Where an upload of this key lies. */
export const uploadFile = (dir: string, key: string): string => join(dir, UPLOADS, checkKey(key));

/**
 * In a folder that the gateway serves below `/media`; it takes the uploads as well. Processes on several
 * machines need a volume that they share.
 */
export function createLocalStorage(options: { dir: string; tickets: UploadTickets }): Storage {
  const { dir, tickets } = options;
  return {
    requestUpload: (upload) =>
      Promise.resolve({
        url: `${UPLOAD_PATH}${tickets.issue(upload)}`,
        headers: { 'content-type': upload.contentType },
      }),

    async readUpload(key, maxBytes) {
      const file = uploadFile(dir, key);
      try {
        const { size } = await stat(file);
        return size > maxBytes ? TOO_LARGE : await readFile(file);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async write(key, content) {
      await writeOnce(join(dir, checkKey(key)), (draft) => writeFile(draft, content));
    },

    async removeUploads(keys) {
      await Promise.all(keys.map((key) => rm(uploadFile(dir, key), { force: true })));
    },

    async remove(keys) {
      await Promise.all(keys.map((key) => rm(join(dir, checkKey(key)), { force: true })));
    },

    urlOf: (key) => `${PUBLIC_PATH}${key}`,
  };
}

/**
 * Makes a file whole or not at all: it is written beside its place, forced to disk, and linked there. One that
 * is there already stays: false.
 */
export async function writeOnce(
  file: string,
  write: (draft: string) => Promise<void>,
): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${randomUUID()}`);
  try {
    await write(draft);
    await using handle = await open(draft, 'r+');
    await handle.sync();
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

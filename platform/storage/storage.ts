/**
 * Files that clients upload and read without going through a subgraph. Keys are paths such as
 * `chat/4f1c….jpg`; a key is written once and never changed, so that any cache may keep it.
 */
export interface Storage {
  /** Where a client may `PUT` the bytes of this key, until it expires. They are not to be read by clients there. */
  requestUpload: (upload: Upload) => Promise<UploadTarget>;
  /** What has arrived there; undefined when nothing has, or more than `maxBytes`: see `TOO_LARGE`. */
  readUpload: (key: string, maxBytes: number) => Promise<Buffer | typeof TOO_LARGE | undefined>;
  /** Puts a file where clients read it. */
  write: (key: string, content: Buffer, contentType: string) => Promise<void>;
  /** Deletes uploads of these keys; those that are not there are fine. */
  removeUploads: (keys: readonly string[]) => Promise<void>;
  /** Deletes files of these keys; those that are not there are fine. */
  remove: (keys: readonly string[]) => Promise<void>;
  /** Where clients read it. */
  urlOf: (key: string) => string;
}

export const TOO_LARGE = Symbol('larger than allowed');

export interface Upload {
  key: string;
  contentType: string;
  sizeBytes: number;
  expiresAt: Date;
}

export interface UploadTarget {
  url: string;
  /** That the request must have. */
  headers: Readonly<Record<string, string>>;
}

/** Keys become paths: nothing in them may lead elsewhere. */
const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]{1,8})?$/;

export function checkKey(key: string): string {
  if (KEY.test(key)) return key;
  throw new Error('a key of a file has letters, digits, dashes and slashes, and an extension');
}

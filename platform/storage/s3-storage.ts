import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { signS3Url } from './sign-s3-url.ts';
import { checkKey, TOO_LARGE, type Storage } from './storage.ts';

export interface S3StorageOptions {
  /** Such as https://s3.eu-central-1.amazonaws.com or http://127.0.0.1:9000; paths name the bucket. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where clients read, without a slash at the end: the bucket itself, or what stands before it. */
  publicUrl: string;
  now: () => Date;
}

/** Uploads lie below this, which clients must not be able to read: the bucket's policy lets them read `chat/` alone. */
const UPLOADS = 'uploads/';
const A_YEAR_S = 31_536_000;
/** Most objects that S3 deletes at once. */
const MAX_DELETES = 1_000;

/** In a bucket of S3 or of what speaks like it, such as MinIO. Clients upload to it without passing the gateway. */
export function createS3Storage(options: S3StorageOptions): Storage {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey, publicUrl, now } = options;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });

  async function removeAll(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += MAX_DELETES) {
      const Objects = keys.slice(from, from + MAX_DELETES).map((Key) => ({ Key }));
      await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
    }
  }

  return {
    requestUpload({ key, contentType, sizeBytes, expiresAt }) {
      // The length is signed: S3 refuses an upload of another size.
      const headers = { 'content-length': String(sizeBytes), 'content-type': contentType };
      const at = now();
      const url = signS3Url({
        method: 'PUT',
        url: new URL(`${endpoint}/${bucket}/${UPLOADS}${checkKey(key)}`),
        headers,
        region,
        ...credentials,
        expiresInSeconds: Math.max(1, Math.round((expiresAt.getTime() - at.getTime()) / 1_000)),
        now: at,
      });
      // Browsers set the length by themselves, and let nobody else do it.
      return Promise.resolve({ url, headers: { 'content-type': contentType } });
    },

    async readUpload(key, maxBytes) {
      try {
        const object = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: `${UPLOADS}${checkKey(key)}` }),
        );
        if ((object.ContentLength ?? 0) > maxBytes) return TOO_LARGE;
        return Buffer.from((await object.Body?.transformToByteArray()) ?? []);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async write(key, content, contentType) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: checkKey(key),
          Body: content,
          ContentType: contentType,
          CacheControl: `public, max-age=${A_YEAR_S}, immutable`,
        }),
      );
    },

    removeUploads: (keys) => removeAll(keys.map((key) => `${UPLOADS}${checkKey(key)}`)),
    remove: (keys) => removeAll(keys.map(checkKey)),
    urlOf: (key) => `${publicUrl}/${key}`,
  };
}

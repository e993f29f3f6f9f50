import { platformSettings } from '../config/platform-settings.ts';
import { optionalText, SettingsError, text, type SettingsOf } from '../config/settings.ts';
import { createLocalStorage } from './local-storage.ts';
import { createS3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';
import { createUploadTickets } from './upload-ticket.ts';

/** Of a subgraph whose clients upload files. */
export const storageSettings = {
  INTERNAL_SECRET: platformSettings.INTERNAL_SECRET,
  MEDIA_DIR: text("where uploads are kept unless S3_BUCKET is set: the gateway's MEDIA_DIR", {
    default: '.plaza/media',
  }),
  S3_BUCKET: optionalText('bucket that keeps uploads; without it they are in MEDIA_DIR'),
  S3_ENDPOINT: text('S3, or what speaks like it', { default: 'https://s3.amazonaws.com' }),
  S3_REGION: text('region of the bucket', { default: 'us-east-1' }),
  S3_ACCESS_KEY_ID: optionalText('key that reads and writes the bucket', { isSecret: true }),
  S3_SECRET_ACCESS_KEY: optionalText('secret of that key', { isSecret: true }),
  S3_PUBLIC_URL: optionalText(
    'where clients read the bucket, such as that of a CDN; the bucket itself when left out',
  ),
};

export function createStorage(
  settings: SettingsOf<typeof storageSettings>,
  now: () => Date,
): Storage {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = settings;
  if (bucket === undefined) {
    const tickets = createUploadTickets(settings.INTERNAL_SECRET);
    return createLocalStorage({ dir: settings.MEDIA_DIR, tickets });
  }
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new SettingsError('S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  }
  return createS3Storage({
    endpoint,
    bucket,
    region: settings.S3_REGION,
    accessKeyId,
    secretAccessKey,
    publicUrl: settings.S3_PUBLIC_URL ?? `${endpoint}/${bucket}`,
    now,
  });
}

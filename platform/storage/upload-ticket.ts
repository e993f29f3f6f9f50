import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { checkKey, type Upload } from './storage.ts';

/** Below which the gateway takes uploads: `PUT /uploads/<ticket>`. */
export const UPLOAD_PATH = '/uploads/';

/** Of no other use than this, though it comes from the secret that others use as well. */
const PURPOSE = 'plaza upload ticket';

const content = z.object({
  key: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  expiresAt: z.number(),
});

/** What lets a client put one file of one size to one place, until it expires. */
export function createUploadTickets(secret: string) {
  const key = createHmac('sha256', secret).update(PURPOSE).digest();
  const sign = (body: string): Buffer => createHmac('sha256', key).update(body).digest();

  return {
    issue(upload: Upload): string {
      checkKey(upload.key);
      const text = JSON.stringify({ ...upload, expiresAt: upload.expiresAt.getTime() });
      const body = Buffer.from(text).toString('base64url');
      return `${body}.${sign(body).toString('base64url')}`;
    },

    /** Undefined when it is not one of ours, or has expired. */
    read(ticket: string, now: Date): Upload | undefined {
      const [body = '', signature = ''] = ticket.split('.', 2);
      const [given, expected] = [Buffer.from(signature, 'base64url'), sign(body)];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const upload = content.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (upload.expiresAt <= now.getTime()) return undefined;
      return { ...upload, expiresAt: new Date(upload.expiresAt) };
    },
  };
}

export type UploadTickets = ReturnType<typeof createUploadTickets>;

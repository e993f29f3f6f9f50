import { createWriteStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { uploadFile, writeOnce } from '../../platform/storage/local-storage.ts';
import { UPLOAD_PATH, type UploadTickets } from '../../platform/storage/upload-ticket.ts';

/** Uploads under way at once; one more is told to come back. */
const MAX_UPLOADS = 64;
/** An upload that takes longer is broken off. */
const MAX_UPLOAD_MS = 120_000;

export interface ReceiveUploadOptions {
  mediaDir: string;
  /** Absent where nothing signs them: then nothing is taken. */
  tickets: UploadTickets | undefined;
  now: () => Date;
}

/**
 * Takes `PUT /uploads/<ticket>` into the folder of uploads, without keeping it in memory. The ticket says who may
 * put how many bytes where; what they are is looked at by whoever issued it. True when the request was one.
 */
export function createReceiveUpload({ mediaDir, tickets, now }: ReceiveUploadOptions) {
  let underWay = 0;

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (tickets === undefined || !path.startsWith(UPLOAD_PATH)) return false;
    const answer = (status: number, text: string, headers: Record<string, string> = {}): true => {
      response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(text);
      return true;
    };
    if (request.method !== 'PUT') return answer(405, 'uploads are PUT', { allow: 'PUT' });
    const upload = tickets.read(path.slice(UPLOAD_PATH.length), now());
    if (upload === undefined) return answer(403, 'this upload was not asked for, or has expired');
    if (request.headers['content-type'] !== upload.contentType) {
      return answer(415, `content-type must be ${upload.contentType}`);
    }
    if (Number(request.headers['content-length']) !== upload.sizeBytes) {
      return answer(413, `content-length must be ${upload.sizeBytes}, as announced`);
    }
    if (underWay >= MAX_UPLOADS) {
      return answer(503, 'too many uploads at once', { 'retry-after': '2' });
    }
    underWay += 1;
    try {
      const signal = AbortSignal.timeout(MAX_UPLOAD_MS);
      const isFirst = await writeOnce(uploadFile(mediaDir, upload.key), (draft) =>
        pipeline(request, createWriteStream(draft, { flags: 'wx' }), { signal }),
      );
      return isFirst ? answer(201, 'uploaded') : answer(200, 'was uploaded before');
    } catch (error) {
      // Somebody who hangs up, or takes too long, is no fault of ours, and hears nothing.
      if (!request.destroyed && !response.destroyed) throw error;
      return true;
    } finally {
      underWay -= 1;
    }
  };
}

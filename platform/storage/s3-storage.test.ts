import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createS3Storage } from './s3-storage.ts';
import { TOO_LARGE, type Storage } from './storage.ts';

/** Keeps objects as S3 does for these requests; signatures are tested with the function that makes them. */
const objects = new Map<string, { content: Buffer; type: string | undefined }>();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const content = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
    if (request.method === 'PUT') {
      objects.set(pathname, { content, type: request.headers['content-type'] });
      response.end();
    } else if (request.method === 'POST' && searchParams.has('delete')) {
      for (const [, key] of content.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) {
        objects.delete(`/bucket/${key}`);
      }
      response.setHeader('content-type', 'application/xml').end('<DeleteResult/>');
    } else {
      const object = objects.get(pathname);
      if (object === undefined) {
        response.writeHead(404, { 'content-type': 'application/xml' });
        response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
      } else response.end(object.content);
    }
  });
});
let storage: Storage;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  storage = createS3Storage({
    endpoint,
    region: 'eu-central-1',
    bucket: 'bucket',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    publicUrl: 'https://cdn.example',
    now: () => new Date('2026-03-04T12:00:00.000Z'),
  });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('a client uploads to the bucket by a URL that ends, and what it put is read and removed', async () => {
  const { url, headers } = await storage.requestUpload({
    key: 'chat/one',
    contentType: 'image/png',
    sizeBytes: 5,
    expiresAt: new Date('2026-03-04T12:15:00.000Z'),
  });
  expect(url).toContain('X-Amz-Expires=900');
  expect(url).toContain('X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost');
  expect(await storage.readUpload('chat/one', 5)).toBeUndefined();
  expect((await fetch(url, { method: 'PUT', body: 'bytes', headers })).status).toBe(200);
  expect(String(await storage.readUpload('chat/one', 5))).toBe('bytes');
  expect(await storage.readUpload('chat/one', 4)).toBe(TOO_LARGE);
  await storage.removeUploads(['chat/one', 'chat/none']);
  expect(await storage.readUpload('chat/one', 5)).toBeUndefined();
});

test('files are written with their type, and read by clients from where the bucket is shown', async () => {
  await storage.write('chat/two.webp', Buffer.from('picture'), 'image/webp');
  expect(objects.get('/bucket/chat/two.webp')?.type).toBe('image/webp');
  expect(storage.urlOf('chat/two.webp')).toBe('https://cdn.example/chat/two.webp');
  await storage.remove(['chat/two.webp']);
  expect(objects.size).toBe(0);
});

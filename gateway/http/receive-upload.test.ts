import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUploadTickets } from '../../platform/storage/upload-ticket.ts';
import { createReceiveUpload } from './receive-upload.ts';

const dir = mkdtempSync(join(tmpdir(), 'plaza-uploads-'));
const clock = { now: new Date('2026-03-04T12:00:00.000Z') };
const tickets = createUploadTickets('a secret of tests alone, and long enough');
const receive = createReceiveUpload({ mediaDir: dir, tickets, now: () => clock.now });
const ended: Promise<boolean>[] = [];
const server = createServer((request, response) => {
  ended.push(receive(request, response));
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(dir, { recursive: true });
});

const ticketOf = (key: string, sizeBytes = 5) =>
  tickets.issue({
    key,
    contentType: 'image/png',
    sizeBytes,
    expiresAt: new Date('2026-03-04T12:15:00.000Z'),
  });

const put = async (ticket: string, body = 'bytes', headers = { 'content-type': 'image/png' }) =>
  (await fetch(`${base}/uploads/${ticket}`, { method: 'PUT', body, headers })).status;

test('what a ticket allows arrives where it says, once', async () => {
  const ticket = ticketOf('chat/one');
  expect(await put(ticket)).toBe(201);
  expect(await put(ticket, 'other')).toBe(200);
  expect(readFileSync(join(dir, '.uploads/chat/one'), 'utf8')).toBe('bytes');
});

test('nothing else is taken', async () => {
  const ticket = ticketOf('chat/two');
  expect(await put(`${ticket.slice(0, -2)}AA`)).toBe(403);
  expect(await put(`${Buffer.from('{}').toString('base64url')}.${ticket.split('.')[1]}`)).toBe(403);
  expect(await put('nothing')).toBe(403);
  expect(await put(ticket, 'bytes', { 'content-type': 'text/html' })).toBe(415);
  expect(await put(ticket, 'too many bytes')).toBe(413);
  expect((await fetch(`${base}/uploads/${ticket}`)).status).toBe(405);
  expect(() => ticketOf('../secrets')).toThrow('a key of a file');
  clock.now = new Date('2026-03-04T12:15:00.000Z');
  expect(await put(ticket)).toBe(403);
  clock.now = new Date('2026-03-04T12:00:00.000Z');
  expect(existsSync(join(dir, '.uploads/chat/two'))).toBe(false);
});

test('who hangs up in the middle leaves nothing behind, and may try again', async () => {
  const ticket = ticketOf('chat/three');
  const before = ended.length;
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.write(
    `PUT /uploads/${ticket} HTTP/1.1\r\nhost: x\r\ncontent-type: image/png\r\ncontent-length: 5\r\n\r\nby`,
  );
  while (ended.length === before) await new Promise((turn) => setImmediate(turn));
  socket.destroy();
  expect(await ended.at(-1)).toBe(true);
  expect(readdirSync(join(dir, '.uploads/chat'))).not.toContain('three');
  expect(readdirSync(join(dir, '.uploads/chat')).filter((name) => name.startsWith('.'))).toEqual(
    [],
  );
  expect(await put(ticket)).toBe(201);
});

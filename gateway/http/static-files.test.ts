import { createServer, request as httpRequest } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { temporaryFolder } from '../../platform/testing/temporary-folder.ts';
import { createStaticFiles } from './static-files.ts';

async function serve() {
  await using resources = new AsyncDisposableStack();
  const { path: dir } = resources.use(await temporaryFolder());
  for (const folder of ['web/assets', 'media', 'media-private']) {
    mkdirSync(join(dir, folder), { recursive: true });
  }
  writeFileSync(join(dir, 'web/index.html'), '<p>page</p>');
  writeFileSync(join(dir, 'web/assets/app-1.js'), 'let a;');
  writeFileSync(join(dir, 'media/mug.svg'), '<svg/>');
  writeFileSync(join(dir, 'media-private/key.txt'), 'secret');

  const server = createServer(
    createStaticFiles({ webDir: join(dir, 'web'), mediaDir: join(dir, 'media') }),
  );
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  resources.defer(() => closeServer(server, 100));
  const owned = resources.move();
  return {
    get: (path: string) => get(port, path),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** The path goes out as it is: `fetch` would tidy it up. */
function get(port: number, path: string): Promise<{ status: number; cache: string; text: string }> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const cache = response.headers['cache-control'] ?? '';
        resolve({ status: response.statusCode ?? 0, cache, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('what has a hash in its name or is a picture may be kept for ever, the page may not', async () => {
  await using files = await serve();

  expect((await files.get('/assets/app-1.js')).cache).toContain('immutable');
  expect((await files.get('/media/mug.svg')).cache).toContain('immutable');
  expect((await files.get('/')).cache).toBe('no-cache');
});

test('any other path is a page of the web, and a picture that is not there is not found', async () => {
  await using files = await serve();

  expect((await files.get('/orders/1')).text).toBe('<p>page</p>');
  expect(await files.get('/media/none.svg')).toMatchObject({ status: 404, cache: '' });
});

test.each([
  '/media/../media-private/key.txt',
  '/media/..%2fmedia-private/key.txt',
  '/media/%2e%2e/media-private/key.txt',
  '/media/%zz',
])('%s leads nowhere', async (path) => {
  await using files = await serve();

  expect(await files.get(path)).toMatchObject({ status: 404, text: 'not found' });
});

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** GraphiQL at `/explorer`, from the web's build: it needs no internet. Returns false for any other path. */
export function createExplorer(webDir: string) {
  const file = join(webDir, 'explorer.html');

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/explorer') return false;
    if (!existsSync(file)) {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('the web is not built: run npm start once, or vite build web');
      return true;
    }
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .end(await readFile(file));
    return true;
  };
}

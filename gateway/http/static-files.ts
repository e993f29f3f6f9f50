import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

const A_YEAR_S = 31_536_000;

export interface StaticFilesOptions {
  webDir: string;
  mediaDir: string;
}

/**
 * The built web (its hashed assets may be kept for ever, its page may not) and pictures below `/media`,
 * whose names change with their content. Any other path is a page of the web's own router.
 */
export function createStaticFiles({ webDir, mediaDir }: StaticFilesOptions) {
  const web = existsSync(webDir)
    ? sirv(webDir, {
        single: true,
        etag: true,
        setHeaders: (response, path) => {
          const isHashed = path.startsWith('/assets/');
          response.setHeader(
            'cache-control',
            isHashed ? `public, max-age=${A_YEAR_S}, immutable` : 'no-cache',
          );
        },
      })
    : undefined;
  const media = sirv(mediaDir, { etag: true, dev: true, maxAge: A_YEAR_S, immutable: true });

  return (request: IncomingMessage, response: ServerResponse): void => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    };
    if (hasDots(request.url ?? '')) {
      notFound();
    } else if (request.url?.startsWith('/media/') === true) {
      request.url = request.url.slice('/media'.length);
      response.setHeader('cache-control', `public, max-age=${A_YEAR_S}, immutable`);
      media(request, response, () => {
        response.removeHeader('cache-control');
        notFound();
      });
    } else if (web === undefined) {
      notFound();
    } else {
      web(request, response, notFound);
    }
  };
}

/** No file of ours is reached by going up, and none whose name begins with a dot, however the dots are written. */
function hasDots(url: string): boolean {
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
    return path.includes('..') || path.includes('/.');
  } catch {
    return true;
  }
}

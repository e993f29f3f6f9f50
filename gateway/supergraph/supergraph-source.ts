import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** Where supergraphs come from. */
export interface SupergraphSource {
  /** For log lines and errors. */
  name: string;
  /** The text, or undefined when it is still what the last call returned. Rejects when it cannot be had. */
  read: () => Promise<string | undefined>;
  /** Calls back when there may be something new, where the source can tell. Returns how to stop. */
  watch: (onChange: () => void) => () => void;
}

const TIMEOUT_MS = 10_000;
const MAX_CHARACTERS = 50_000_000;

export function isUrl(location: string): boolean {
  return /^https?:\/\//.test(location);
}

/** A file that is watched: it may be written in place, replaced by a rename, or be behind a link that moves. */
export function createFileSource(file: string): SupergraphSource {
  let last: string | undefined;
  return {
    name: file,
    async read() {
      const text = await readFile(file, 'utf8');
      if (text === last) return undefined;
      last = text;
      return text;
    },
    watch(onChange) {
      // The folder is watched: a watch of the file itself ends when a rename replaces it.
      const watcher = watch(dirname(file), { persistent: false }, (_event, changed) => {
        // Mounted configuration moves a link beside the file, whose name begins so.
        if (changed === null || changed === basename(file) || changed.startsWith('..')) onChange();
      });
      // What cannot be watched is still polled.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    },
  };
}

/** A URL that is polled; a server that sends an ETag is asked for what is new only. */
export function createUrlSource(url: string, fetchText: typeof fetch = fetch): SupergraphSource {
  let last: string | undefined;
  let etag: string | undefined;
  return {
    name: new URL(url).origin + new URL(url).pathname,
    async read() {
      const response = await fetchText(url, {
        headers: {
          accept: 'text/plain, application/graphql, */*',
          ...(etag !== undefined && { 'if-none-match': etag }),
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 304) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`expected 200, the server answered ${response.status}`);
      }
      const text = await readBounded(response);
      etag = response.headers.get('etag') ?? undefined;
      if (text === last) return undefined;
      last = text;
      return text;
    },
    watch: () => () => undefined,
  };
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MAX_CHARACTERS) {
      throw new Error(`longer than ${MAX_CHARACTERS} characters`);
    }
  }
  return text + decoder.decode();
}

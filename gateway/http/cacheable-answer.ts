import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OperationResult } from '../operations/run-operation.ts';
import { NOT_MODIFIED, type Answer } from './write-answer.ts';

/** Data and nothing beside it: neither errors nor what is told to some viewers alone. */
export const isClean = ({ errors, extensions }: OperationResult): boolean =>
  errors === undefined && extensions === undefined;

/**
 * An answer that anybody may keep for a while, and that is not sent to those who have it: caches in
 * between ask with the ETag (RFC 9110, 13.1.2).
 */
export function toCacheable(
  answer: Answer,
  maxAge: number,
  request: Pick<IncomingMessage, 'headers'>,
): Answer {
  const etag = `"${createHash('sha1').update(answer.body).digest('base64url')}"`;
  const headers = {
    ...answer.headers,
    'cache-control': `public, max-age=${maxAge}, s-maxage=${maxAge}`,
    etag,
    // By the one the media type is chosen, by the other who may read it in a browser.
    vary: 'accept, origin',
  };
  const isKnown = knownTags(request.headers['if-none-match']).includes(etag);
  return isKnown ? { status: NOT_MODIFIED, headers, body: '' } : { ...answer, headers };
}

/** Weak or strong makes no difference here: a proxy that compresses an answer makes its tag a weak one. */
function knownTags(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

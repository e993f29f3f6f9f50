import type { IncomingMessage } from 'node:http';
import { AppError } from '../../platform/errors.ts';
import { readBytes } from '../../platform/http/request-body.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { Payer } from './receive-sender.ts';

/**
 * A whole body that has been paid for, so that it may be parsed. One that turns out to be longer than `maxBytes` is paid for
 * as far as it was read, and refused.
 */
export async function readPaidBody(
  request: IncomingMessage,
  maxBytes: number,
  payer: Payer,
): Promise<string> {
  let body: Buffer | undefined;
  try {
    body = await readBytes(request, maxBytes);
  } catch (error) {
    if (!(error instanceof AppError)) {
      // Who hangs up reads no answer, and is nothing to log.
      if (request.destroyed) throw new HttpRefusal(400, 'the request ended before its body');
      throw error;
    }
  }
  const paying = payer.payFor(body?.length ?? maxBytes);
  if (paying !== undefined) await paying;
  if (body === undefined) throw tooLong(maxBytes);
  return body.toString('utf8');
}

export const tooLong = (maxBytes: number): HttpRefusal =>
  new HttpRefusal(413, `the body is over ${maxBytes} bytes`, {
    code: 'BODY_TOO_LARGE',
    headers: { connection: 'close' },
  });

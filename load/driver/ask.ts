import type { Dispatcher } from 'undici';

/** An answer, or why there is none; `kind` names it in the report. */
export type Reply = { status: number; body: string } | { kind: string };

const HEADERS = 'content-type';

/**
 * One POST; what asks alone may be sent before the answers of others have come on its connection. Undici's handler
 * interface costs half the processor time of its promises.
 */
export function ask(
  pool: Dispatcher,
  token: string,
  body: string,
  onReply: (reply: Reply) => void,
  { asksAlone = false } = {},
): void {
  let status = 0;
  let first: Buffer | undefined;
  let rest: Buffer[] | undefined;
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart() {},
    onResponseStart(_controller, statusCode) {
      status = statusCode;
    },
    onResponseData(_controller, chunk) {
      if (first === undefined) first = chunk;
      else (rest ??= []).push(chunk);
    },
    onResponseEnd() {
      const whole = rest === undefined ? first : Buffer.concat([first ?? Buffer.alloc(0), ...rest]);
      onReply({ status, body: whole?.toString() ?? '' });
    },
    onResponseError(_controller, error) {
      const { code } = error as NodeJS.ErrnoException;
      onReply({ kind: code ?? error.name });
    },
  };
  pool.dispatch(
    {
      path: '/graphql',
      method: 'POST',
      headers: [HEADERS, 'application/json', 'authorization', `Bearer ${token}`],
      body,
      idempotent: asksAlone,
    },
    handler,
  );
}

import { createTransport } from 'nodemailer';
import { MailRefused, type MailPort } from './mail-port.ts';

/** Short of the database's limit for an idle transaction and a statement that waits for it. */
const TIMEOUT_MS = 5_000;
const MAX_CONNECTIONS = 4;

/**
 * At least once: when the answer of the mail server is lost, or the process dies before it has noted the
 * success, the mail goes out again under the same Message-ID.
 */
export function createSmtpMail(url: string): MailPort {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send(_tx, { messageId, from, to, subject, body }) {
      try {
        await transport.sendMail({ messageId, from, to, subject, text: body });
      } catch (error) {
        if (isPermanent(error)) throw new MailRefused('refused for good', { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx of RFC 5321, section 4.2.1, but not a failed sign-in, which is our own fault and gets mended. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  const isOurs = 'code' in error && error.code === 'EAUTH';
  return !isOurs && typeof error.responseCode === 'number' && error.responseCode >= 500;
}

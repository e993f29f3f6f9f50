import { createTransport } from 'nodemailer';
import type { Outcome, Provider } from '../delivery/provider.ts';
import { createRemoteProvider } from '../delivery/remote-provider.ts';
import { messageIdOf } from '../data/mailbox.ts';

/** Short of what the sender waits for. */
const TIMEOUT_MS = 4_500;
const MAX_CONNECTIONS = 4;

export interface SmtpMailOptions {
  /** smtp(s)://user:password@host:port */
  url: string;
  /** `Plaza <no-reply@plaza.example>` */
  from: string;
  perSecond: number;
  workers: () => number;
}

/**
 * At least once: when the answer of the mail server is lost, or the process dies before it has noted the
 * success, the mail goes out again under the same Message-ID.
 */
export function createSmtpMail({ url, from, perSecond, workers }: SmtpMailOptions): Provider {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return createRemoteProvider({
    perSecond,
    workers,
    close: () => transport.close(),
    async sendOne({ notificationId, to, subject, body }) {
      const messageId = messageIdOf(notificationId, from);
      try {
        await transport.sendMail({ messageId, from, to: [...to], subject, text: body });
        return { outcome: 'SENT' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  });
}

/**
 * RFC 5321, section 4.2.1: 5xx is refused for good, 4xx for now. A failed sign-in is our own fault and gets
 * mended, and a server that says nothing is away.
 */
function outcomeOf(error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  const isOurs = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  if (typeof code !== 'number' || isOurs) return { outcome: 'AWAY', reason };
  return { outcome: code >= 500 ? 'REFUSED' : 'FAILED', reason };
}

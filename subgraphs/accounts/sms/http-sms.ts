import { z } from 'zod';
import { outcomeOfStatus } from '../delivery/http-outcome.ts';
import type { Message, Outcome, Provider } from '../delivery/provider.ts';
import { createRemoteProvider } from '../delivery/remote-provider.ts';

export interface HttpSmsOptions {
  /** https://<account sid>:<auth token>@api.twilio.com */
  url: string;
  /** Phone number in international form, or a sender name that the provider allows. */
  from: string;
  perSecond: number;
  workers: () => number;
}

/** What a text message of several parts may have in all (GSM 03.40 concatenation at Twilio). */
const MAX_LENGTH = 1_600;
const answer = z.object({ message: z.string().optional(), code: z.number().optional() });

/**
 * Text messages through Twilio's Messages resource, or a service that speaks it
 * (https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource). At least once:
 * Twilio knows no idempotency; the header carries the notification's id for services that do.
 */
export function createHttpSms({ url, from, perSecond, workers }: HttpSmsOptions): Provider {
  const { origin, username, password } = new URL(url);
  const account = decodeURIComponent(username);
  const credentials = Buffer.from(`${account}:${decodeURIComponent(password)}`).toString('base64');
  const target = `${origin}/2010-04-01/Accounts/${account}/Messages.json`;

  return createRemoteProvider({
    perSecond,
    workers,
    async sendOne(message, signal) {
      const response = await fetch(target, {
        method: 'POST',
        headers: {
          authorization: `Basic ${credentials}`,
          'content-type': 'application/x-www-form-urlencoded',
          'idempotency-key': message.notificationId,
        },
        body: new URLSearchParams({ To: message.to[0] ?? '', From: from, Body: textOf(message) }),
        signal,
      });
      return outcomeOf(response);
    },
  });
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const text = await response.text();
  const retryAfter = response.headers.get('retry-after');
  return outcomeOfStatus(response.status, reasonOf(response.status, text), retryAfter);
}

function reasonOf(status: number, text: string): string {
  try {
    const { code, message } = answer.parse(JSON.parse(text));
    return `${status} ${code ?? ''} ${message ?? ''}`.trim();
  } catch {
    return `${status}`;
  }
}

/** A greeting and a farewell are for mails: what is said stands in the subject. */
function textOf({ subject }: Message): string {
  return subject.slice(0, MAX_LENGTH);
}

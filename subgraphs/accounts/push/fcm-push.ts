import { z } from 'zod';
import { outcomeOfStatus } from '../delivery/http-outcome.ts';
import type { Message, Outcome, Provider } from '../delivery/provider.ts';
import { createRemoteProvider } from '../delivery/remote-provider.ts';
import { createAccessTokens, type ServiceAccount } from './service-account.ts';

export interface FcmPushOptions {
  account: ServiceAccount;
  /** https://fcm.googleapis.com */
  url: string;
  perSecond: number;
  workers: () => number;
  now: () => Date;
}

const failure = z.object({
  error: z.object({
    status: z.string().optional(),
    message: z.string().optional(),
    details: z.array(z.looseObject({ errorCode: z.string().optional() })).optional(),
  }),
});

/**
 * Push messages through FCM HTTP v1
 * (https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages/send), one a device. At least
 * once: FCM knows no idempotency, but devices show messages with one collapse id as one.
 */
export function createFcmPush({ account, url, perSecond, workers, now }: FcmPushOptions): Provider {
  const accessToken = createAccessTokens(account, now);
  const target = new URL(`/v1/projects/${account.project_id}/messages:send`, url);

  async function sendTo(
    token: string,
    message: Message,
    signal: AbortSignal,
  ): Promise<DeviceOutcome> {
    const response = await fetch(target, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await accessToken(signal)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ message: messageTo(token, message) }),
      signal,
    });
    const text = await response.text();
    const { reason, isGone } = readFailure(response.status, text);
    if (isGone) return { outcome: 'REFUSED', reason, goneToken: token };
    return outcomeOfStatus(response.status, reason, response.headers.get('retry-after'));
  }

  return createRemoteProvider({
    perSecond,
    workers,
    async sendOne(message, signal) {
      const outcomes = await Promise.all(message.to.map((token) => sendTo(token, message, signal)));
      return combine(outcomes);
    },
  });
}

type DeviceOutcome = Outcome & { goneToken?: string };

/** Sent when one device takes it; devices that are gone are named. */
function combine(outcomes: readonly DeviceOutcome[]): Outcome {
  const deadTokens = outcomes.flatMap(({ goneToken }) => goneToken ?? []);
  if (outcomes.some(({ outcome }) => outcome === 'SENT')) return { outcome: 'SENT', deadTokens };
  // No device is left: the list has the message, and whoever is connected got it live.
  if (deadTokens.length === outcomes.length) return { outcome: 'SENT', deadTokens };
  return (
    outcomes.find(({ outcome }) => outcome === 'AWAY') ??
    outcomes.find(({ outcome }) => outcome === 'FAILED') ?? {
      outcome: 'REFUSED',
      reason: outcomes.map((each) => ('reason' in each ? each.reason : '')).join('; '),
    }
  );
}

function messageTo(token: string, { notificationId, subject, body, orderId }: Message) {
  return {
    token,
    notification: { title: subject, body },
    data: { notificationId, ...(orderId !== null && { orderId }) },
    android: { collapse_key: notificationId, notification: { tag: notificationId } },
    apns: { headers: { 'apns-collapse-id': notificationId } },
    // A topic has at most 32 characters: the id without its dashes (RFC 8030, section 5.4).
    webpush: { headers: { Topic: notificationId.replaceAll('-', '') } },
  };
}

function readFailure(status: number, text: string): { reason: string; isGone: boolean } {
  try {
    const { error } = failure.parse(JSON.parse(text));
    const isGone = (error.details ?? []).some(({ errorCode }) => errorCode === 'UNREGISTERED');
    return { reason: `${status} ${error.status ?? ''} ${error.message ?? ''}`.trim(), isGone };
  } catch {
    return { reason: `${status}`, isGone: false };
  }
}

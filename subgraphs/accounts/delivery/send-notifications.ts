import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { toDeadLetterMessage } from '#platform/messaging/dead-letters.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { NOTIFICATION_EVENTS } from '#schema/events/notification-events.ts';
import { removeDevices } from '../data/device.repository.ts';
import {
  lockOutgoing,
  markFailed,
  markSent,
  postpone,
  type Outgoing,
} from '../data/outgoing.repository.ts';
import type { RateLimit } from '../data/rate-limit.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { NotificationChannel, NotificationPriority } from '../domain/notification.ts';
import { MAX_FAILURES, retryDelay } from '../domain/retry-delay.ts';
import { countNotifications } from '../events/notification-metric.ts';
import { notificationRequest } from '../events/notification-request.ts';
import type { Outcome, Provider, Providers } from './provider.ts';

export interface SendingParts {
  store: Store<Tables>;
  providers: Providers;
  rateLimit: RateLimit;
  log: Log;
  metrics: Metrics;
  now: () => Date;
  newId: () => string;
  /** From 0 to 1. */
  random: () => number;
}

export const SENDER_GROUPS: Record<NotificationPriority, string> = {
  HIGH: 'accounts.mailer.high',
  NORMAL: 'accounts.mailer',
  LOW: 'accounts.mailer.low',
};

type Decided = readonly [Outgoing, Outcome];

/** What a provider's limit leaves over waits about so long. */
const AT_LIMIT_MS = 1_000;
/** What a provider that is away leaves over waits about so long. */
const AWAY_MS = 10_000;
const AT_LIMIT: Outcome = { outcome: 'AWAY', reason: 'the limit', retryAfterMs: AT_LIMIT_MS };
const NO_ADDRESS: Outcome = {
  outcome: 'REFUSED',
  reason: 'the user has no address for it any more',
};

/**
 * Sends notifications and notes what became of each, in one transaction. The status of a notification is the
 * memory: what has left QUEUED is not sent again, under whatever event it is asked for. Who is killed after
 * a provider took a message and before the commit sends it again under the same id. Returns how many were
 * sent.
 */
export async function sendNotifications(
  parts: SendingParts,
  ids: readonly string[],
  redriven: readonly string[] = [],
): Promise<number> {
  const decided = await parts.store.transact(async (tx) => {
    const outgoing = await lockOutgoing(tx, ids, { alsoFailed: redriven });
    const byChannel = Array.from(Map.groupBy(outgoing, ({ channel }) => channel));
    const outcomes: Decided[] = [];
    // One after the other: they share the connection of the transaction.
    for (const [channel, messages] of byChannel) {
      outcomes.push(...(await sendBy(parts, tx, channel, messages)));
    }
    await note(parts, tx, outcomes);
    return outcomes;
  });
  report(parts, decided);
  return decided.filter(([, { outcome }]) => outcome === 'SENT').length;
}

async function sendBy(
  { providers, rateLimit }: SendingParts,
  tx: Tx,
  channel: NotificationChannel,
  messages: readonly Outgoing[],
): Promise<Decided[]> {
  const provider = providers[channel];
  if (provider === undefined) return messages.map((message) => [message, { outcome: 'SENT' }]);
  const reachable = messages.filter(({ to }) => to.length > 0);
  const unreachable = messages.filter(({ to }) => to.length === 0);
  const decided: Decided[] = unreachable.map((message) => [message, NO_ADDRESS]);
  for (const [priority, own] of Map.groupBy(reachable, (message) => message.priority)) {
    const granted = await grant(provider, rateLimit, channel, priority, own.length);
    const outcomes = granted === 0 ? [] : await provider.send(tx, own.slice(0, granted));
    decided.push(...own.map((message, at): Decided => [message, outcomes[at] ?? AT_LIMIT]));
  }
  return decided;
}

async function grant(
  { perSecond }: Provider,
  rateLimit: RateLimit,
  channel: NotificationChannel,
  priority: NotificationPriority,
  wanted: number,
): Promise<number> {
  return perSecond === undefined ? wanted : rateLimit.take(channel, perSecond, priority, wanted);
}

async function note(parts: SendingParts, tx: Tx, decided: readonly Decided[]): Promise<void> {
  const { now, newId, random } = parts;
  const sent = decided.filter(([, { outcome }]) => outcome === 'SENT');
  const givenUp = decided.filter((each) => isGivenUp(each));
  const later = decided.filter((each) => each[1].outcome !== 'SENT' && !isGivenUp(each));

  await markSent(
    tx,
    sent.map(([{ notificationId }]) => notificationId),
    now(),
  );
  await removeDevices(
    tx,
    sent.flatMap(([, outcome]) => ('deadTokens' in outcome ? (outcome.deadTokens ?? []) : [])),
  );
  await postpone(
    tx,
    later.map((each) => {
      const [{ notificationId }, outcome] = each;
      const failures = failuresOf(each);
      const retryAt = new Date(now().getTime() + delayOf(outcome, failures, random));
      return { notificationId, failures, retryAt };
    }),
  );
  await markFailed(
    tx,
    givenUp.map((each) => ({
      notificationId: each[0].notificationId,
      failures: failuresOf(each),
    })),
  );
  await appendToOutbox(
    tx,
    givenUp.map((each) => {
      const { envelope } = notificationRequest(each[0], { now, newId });
      return deadLetter(each, envelope, now());
    }),
  );
}

function failuresOf([{ failures }, { outcome }]: Decided): number {
  return failures + (outcome === 'FAILED' || outcome === 'REFUSED' ? 1 : 0);
}

function isGivenUp(decided: Decided): boolean {
  const [, { outcome }] = decided;
  return outcome === 'REFUSED' || (outcome === 'FAILED' && failuresOf(decided) >= MAX_FAILURES);
}

function delayOf(outcome: Outcome, failures: number, random: () => number): number {
  if (outcome.outcome !== 'AWAY') return retryDelay(failures, random());
  // Spread, so that those that wait do not come back at once.
  return (outcome.retryAfterMs ?? AWAY_MS) * (0.5 + random());
}

/** As its consumer would make it: administrators see it among the dead letters, and may have it sent again. */
function deadLetter(decided: Decided, envelope: Envelope, failedAt: Date) {
  const [{ priority }, outcome] = decided;
  return toDeadLetterMessage({
    group: SENDER_GROUPS[priority],
    topic: NOTIFICATION_EVENTS[priority],
    envelope,
    error: 'reason' in outcome ? outcome.reason : '',
    attempts: failuresOf(decided),
    failedAt: failedAt.toISOString(),
  });
}

/** After the commit. */
function report({ log, metrics }: SendingParts, decided: readonly Decided[]): void {
  for (const [{ notificationId, userId, channel }, outcome] of decided) {
    if (outcome.outcome === 'SENT') {
      countNotifications(metrics).inc({ channel, status: 'SENT' });
    } else if (outcome !== AT_LIMIT) {
      const { reason } = outcome;
      log.warn({ notificationId, userId, channel, reason }, 'a notification was not sent');
      if (outcome.outcome === 'REFUSED')
        countNotifications(metrics).inc({ channel, status: 'FAILED' });
    }
  }
}

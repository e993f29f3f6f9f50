import { GraphQLError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import { callerKey, type Caller } from './caller.ts';
import { InvalidDocument } from './documents.ts';
import type { RateLimit } from './rate-limit.ts';
import { pointsPerMinuteOf, rateClassOf, rateLimited, type Rates } from './rates.ts';
import type { Refusals } from './refusals.ts';

/**
 * What a sender's input may take before it is known to be good for anything: a point for each 10 KB of a body, and one
 * for each request that is refused through the sender's own fault. Counted apart from operations that run, so that who
 * makes mistakes does not pay with those; as many points as the sender has for texts of their own.
 */
export interface InputBudget {
  /** Throws RATE_LIMITED when this sender is known here to have no room for as many bytes; takes nothing, and asks nobody. */
  requireRoom: (sender: Sender, bytes: number) => void;
  /** Takes the points of a body; undefined for a small one, which is free. Rejects with RATE_LIMITED when there is no room. */
  takeBytes: (sender: Sender, bytes: number) => Promise<void> | undefined;
  /** Takes a point for a request that is refused with this error, unless the fault is ours or it has used up a rate. */
  takeRefusal: (sender: Sender, error: unknown) => Promise<void>;
}

export type Sender = Pick<Caller, 'viewer' | 'address' | 'requestId'>;

export interface InputBudgetOptions {
  rateLimit: RateLimit;
  refusals: Refusals;
  rates: Rates;
  /** Counts and logs what would be refused, and lets it through. */
  isReportOnly: boolean;
}

/** Some tenths of a millisecond of reading, parsing and looking at variables. What people send is smaller. */
const BYTES_PER_POINT = 10_000;

/** Refused for want of room, or of something of ours. */
const BLAMELESS = new Set<unknown>(['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

export function createInputBudget(options: InputBudgetOptions): InputBudget {
  const { rateLimit, refusals, rates, isReportOnly } = options;

  return {
    requireRoom(sender, bytes) {
      const allowed = allowedFor(sender);
      if (allowed === 0) return;
      const points = Math.min(allowed, Math.max(1, pointsOf(bytes)));
      const waitSeconds = rateLimit.waitOf(keyOf(sender), points);
      if (waitSeconds > 0) refuse(sender, allowed, waitSeconds);
    },

    takeBytes(sender, bytes) {
      const points = pointsOf(bytes);
      return points === 0 ? undefined : take(sender, points);
    },

    async takeRefusal(sender, error) {
      const allowed = allowedFor(sender);
      if (allowed === 0 || !isOwnFault(error)) return;
      // The refusal itself is the answer: that there is no room for another shows when it comes.
      await rateLimit.take(keyOf(sender), 1, allowed);
    },
  };

  async function take(sender: Sender, points: number): Promise<void> {
    const allowed = allowedFor(sender);
    if (allowed === 0) return;
    const waitSeconds = await rateLimit.take(keyOf(sender), Math.min(points, allowed), allowed);
    if (waitSeconds > 0) refuse(sender, allowed, waitSeconds);
  }

  function allowedFor({ viewer }: Sender): number {
    return pointsPerMinuteOf(viewer, rateClassOf(viewer, false), rates);
  }

  function refuse(sender: Sender, allowed: number, waitSeconds: number): void {
    refusals.refuse({
      reason: 'input',
      error: rateLimited('points of large or refused input', allowed, waitSeconds),
      isEnforced: !isReportOnly,
      caller: callerKey(sender),
      requestId: sender.requestId,
    });
  }
}

const keyOf = (sender: Sender): string => `${callerKey(sender)}/input`;

const pointsOf = (bytes: number): number => Math.floor(bytes / BYTES_PER_POINT);

function isOwnFault(error: unknown): boolean {
  if (error instanceof GraphQLError) return !BLAMELESS.has(error.extensions['code']);
  if (error instanceof AppError) return !BLAMELESS.has(error.code);
  return error instanceof InvalidDocument;
}

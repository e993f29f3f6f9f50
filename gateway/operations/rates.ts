import type { GraphQLError } from 'graphql';
import type { SettingsOf } from '../../platform/config/settings.ts';
import type { Viewer } from '../../platform/identity/viewer.ts';
import type { gatewaySettings } from '../settings.ts';
import { refusal } from './refusals.ts';

/** What a rate is for: texts of an address or a user's own, registered operations of either, a partner's. */
export type RateClass = 'address' | 'user' | 'registered' | 'partner';

/** Points a minute; 0 is no limit. */
export type Rates = Readonly<Record<RateClass, number>>;

export const ratesOf = (settings: SettingsOf<typeof gatewaySettings>): Rates => ({
  address: settings.GATEWAY_RATE_ADDRESS,
  user: settings.GATEWAY_RATE_USER,
  registered: settings.GATEWAY_RATE_REGISTERED,
  partner: settings.GATEWAY_RATE_PARTNER,
});

export function rateClassOf(viewer: Viewer, isRegistered: boolean): RateClass {
  if (viewer.kind === 'partner') return 'partner';
  if (isRegistered) return 'registered';
  return viewer.kind === 'anonymous' ? 'address' : 'user';
}

/** What the viewer may use a minute; 0 is no limit. */
export function pointsPerMinuteOf(viewer: Viewer, kind: RateClass, rates: Rates): number {
  const own = viewer.kind === 'partner' ? viewer.pointsPerMinute : undefined;
  return own ?? rates[kind];
}

/** `what` was used up within the last minute. */
export function rateLimited(what: string, limit: number, retryAfterSeconds: number): GraphQLError {
  const message = `more than ${limit} ${what} were used within a minute: try again in ${retryAfterSeconds} s`;
  return refusal('RATE_LIMITED', message, { limit, retryAfterSeconds });
}

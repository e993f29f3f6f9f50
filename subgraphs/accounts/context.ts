import type { Store } from '#platform/database/store.ts';
import type { Viewer } from '#platform/identity/viewer.ts';
import type { Live } from '#platform/live/live.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { LoginThrottle } from './access/login-throttle.ts';
import type { LookupThrottle } from './access/lookup-throttle.ts';
import type { PasswordHasher } from './access/password-hasher.ts';
import type { Sessions } from './access/sessions.ts';
import {
  createNotificationCountLoader,
  createNotificationLoader,
} from './data/notification.loader.ts';
import type { Tables } from './data/tables.ts';
import { createAddressLoader, createDeviceLoader, createUserLoader } from './data/user.loader.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { NotifyParts } from './notify.ts';
import type { AvatarParts } from './profile/change-avatar.ts';
import type { Slots } from './slots.ts';

/** What all requests share. */
export interface AccountsParts {
  store: Store<Tables>;
  live: Live;
  log: Log;
  metrics: Metrics;
  notifying: NotifyParts;
  avatars: AvatarParts;
  /** Of one campaign. */
  maxRecipients: number;
  sessions: Sessions;
  passwords: PasswordHasher;
  slots: Slots;
  throttle: LoginThrottle;
  countLookup: LookupThrottle;
  countLogin: (result: 'signed-in' | 'wrong' | 'blocked') => void;
  now: () => Date;
  newId: () => string;
  newSecret: () => string;
}

export interface Context extends AccountsParts {
  viewer: Viewer;
  signal: AbortSignal | undefined;
  users: ReturnType<typeof createUserLoader>;
  addresses: ReturnType<typeof createAddressLoader>;
  devices: ReturnType<typeof createDeviceLoader>;
  notifications: ReturnType<typeof createNotificationLoader>;
  notificationCounts: ReturnType<typeof createNotificationCountLoader>;
}

/** Called once per request: a loader caches what one viewer may see. */
export function createContext(parts: AccountsParts, { viewer, signal }: RequestScope): Context {
  const { db } = parts.store;
  return {
    ...parts,
    viewer,
    signal,
    users: createUserLoader(db),
    addresses: createAddressLoader(db),
    devices: createDeviceLoader(db),
    notifications: createNotificationLoader(db),
    notificationCounts: createNotificationCountLoader(db),
  };
}

import type { Store } from '#platform/database/store.ts';
import type { Tables } from '../data/tables.ts';
import { findCredentials } from '../data/user.repository.ts';
import type { LoginThrottle } from './login-throttle.ts';
import type { Slots } from '../slots.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { Sessions, SignedIn } from './sessions.ts';

export type LoginOutcome =
  | { result: 'signed-in'; session: SignedIn }
  | { result: 'wrong' }
  | { result: 'blocked'; retryAt: Date };

export interface LoginParts {
  store: Store<Tables>;
  passwords: PasswordHasher;
  throttle: LoginThrottle;
  sessions: Sessions;
  slots: Slots;
}

/**
 * The throttle is asked inside the slot: of a burst of guesses, those that wait for a slot are refused
 * once the ones before them were counted. What gets past the limit is at most the slots of the replicas.
 */
export function logIn(
  { store, passwords, throttle, sessions, slots }: LoginParts,
  { email, password }: { email: string; password: string },
): Promise<LoginOutcome> {
  return slots(async (): Promise<LoginOutcome> => {
    const retryAt = await throttle.blockedUntil(email);
    if (retryAt !== undefined) return { result: 'blocked', retryAt };

    const known = await findCredentials(store.db, email);
    const isRight = await passwords.matches(known?.passwordHash, password);
    if (known === undefined || !isRight) {
      await throttle.countWrong(email);
      return { result: 'wrong' };
    }
    await throttle.forget(email);
    const session = await store.transact((tx) => sessions.open(tx, known.user));
    return { result: 'signed-in', session };
  });
}

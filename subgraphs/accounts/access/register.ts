import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Tables } from '../data/tables.ts';
import { insertUser } from '../data/user.repository.ts';
import { DEFAULT_PREFERENCES } from '../domain/user.ts';
import { userMessage } from '../events/user-message.ts';
import type { Slots } from '../slots.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { Sessions, SignedIn } from './sessions.ts';

export interface Registration {
  email: string;
  password: string;
  name: string;
  phone: string | null;
}

export interface RegisterParts {
  store: Store<Tables>;
  passwords: PasswordHasher;
  sessions: Sessions;
  slots: Slots;
  now: () => Date;
  newId: () => string;
}

/** Creates an account and signs it in; undefined when the e-mail address is taken. */
export async function register(
  { store, passwords, sessions, slots, now, newId }: RegisterParts,
  { password, ...profile }: Registration,
): Promise<SignedIn | undefined> {
  const passwordHash = await slots(() => passwords.hash(password));

  return store.transact(async (tx) => {
    const user = await insertUser(tx, {
      ...profile,
      id: newId(),
      passwordHash,
      roles: ['CUSTOMER'],
      preferences: DEFAULT_PREFERENCES,
      createdAt: now(),
    });
    if (user === null) return undefined;

    await appendToOutbox(tx, [userMessage('user.registered', user, { now, newId })]);
    return sessions.open(tx, user);
  });
}

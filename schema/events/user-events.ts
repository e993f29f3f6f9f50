import { z } from 'zod';
import { event } from './event.ts';

/** Topic of accounts, key: user id. Published by accounts. Carries no e-mail address or password. */
export const USER_EVENTS = 'user-events';

export const userEvent = z.discriminatedUnion('type', [
  event('user.registered', { userId: z.string(), name: z.string() }),
  event('user.updated', { userId: z.string(), name: z.string() }),
]);
export type UserEvent = z.infer<typeof userEvent>;

import { z } from 'zod';

/** Topic of accounts, key: user id. Published by accounts. Carries no e-mail address or password. */
export const USER_EVENTS = 'user-events';

export const userEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('user.registered'),
    data: z.object({ userId: z.string(), name: z.string() }),
  }),
  z.object({
    type: z.literal('user.updated'),
    data: z.object({ userId: z.string(), name: z.string() }),
  }),
]);
export type UserEvent = z.infer<typeof userEvent>;

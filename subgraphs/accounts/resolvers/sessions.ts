import { logIn } from '../access/log-in.ts';
import { register } from '../access/register.ts';
import type { SignedIn } from '../access/sessions.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import type { SessionModel } from '../models.ts';
import { loginInput, readInput, registerInput, tokenInput } from './inputs.ts';

export const sessionMutations = {
  async register(_root, { input }, context) {
    const session = await register(context, readInput(registerInput, input));
    if (session !== undefined) return asSession(session);
    const message = 'There is an account with this e-mail address already. Sign in instead.';
    return { __typename: 'EmailTaken', message };
  },

  async login(_root, { input }, context) {
    const outcome = await logIn(context, readInput(loginInput, input));
    context.countLogin(outcome.result);
    switch (outcome.result) {
      case 'signed-in':
        return asSession(outcome.session);
      case 'wrong': {
        const message = 'The e-mail address or the password is wrong.';
        return { __typename: 'InvalidCredentials', message };
      }
      default: {
        const { retryAt } = outcome;
        const message = 'Too many wrong passwords. Wait a while before you try again.';
        return { __typename: 'TooManyAttempts', message, retryAt };
      }
    }
  },

  async refreshSession(_root, { input }, { sessions, log }) {
    const { refreshToken } = readInput(tokenInput, input);
    const refreshed = await sessions.refresh(refreshToken);
    if (refreshed.verdict === 'rotate') return asSession(refreshed.session);
    if (refreshed.verdict === 'stolen') log.warn('a refresh token was used twice: session ended');
    return { __typename: 'SessionEnded', message: 'Your session has ended. Sign in again.' };
  },

  async logout(_root, { input }, { sessions }) {
    await sessions.end(readInput(tokenInput, input).refreshToken);
    return true;
  },
} satisfies MutationResolvers;

function asSession({ user, ...session }: SignedIn): SessionModel & { __typename: 'Session' } {
  return { __typename: 'Session', ...session, user: { ...user, isSignedInHere: true } };
}

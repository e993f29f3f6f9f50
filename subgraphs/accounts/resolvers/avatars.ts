import { requireUser } from '#platform/identity/viewer.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { removeAvatar, setAvatar } from '../profile/change-avatar.ts';
import { avatarInput, readInput } from './inputs.ts';

export const avatarMutations = {
  async setAvatar(_root, { picture }, { viewer, avatars, users }) {
    const { userId } = requireUser(viewer);
    const content = Buffer.from(readInput(avatarInput, picture), 'base64');
    const user = await setAvatar(avatars, userId, content);
    users.clear(userId);
    return user;
  },

  async removeAvatar(_root, _args, { viewer, avatars, users }) {
    const { userId } = requireUser(viewer);
    const user = await removeAvatar(avatars, userId);
    users.clear(userId);
    return user;
  },
} satisfies MutationResolvers;

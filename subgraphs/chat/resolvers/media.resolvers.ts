import { requireUser } from '#platform/identity/viewer.ts';
import { isId } from '#platform/database/ids.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { Refusal } from '../media/uploads.ts';

export const mediaResolvers: Resolvers = {
  Mutation: {
    requestUpload: async (_root, { input }, { viewer, uploads }) => {
      const { userId } = requireUser(viewer);
      const outcome = await uploads.request(userId, input.contentType, input.sizeBytes);
      if (outcome.kind === 'REFUSED') return refused(outcome.refusal);
      const { mediaId, target, expiresAt } = outcome;
      const headers = Object.entries(target.headers).map(([name, value]) => ({ name, value }));
      return { __typename: 'MediaUpload', mediaId, url: target.url, headers, expiresAt };
    },

    finishUpload: async (_root, { mediaId: asked }, { viewer, uploads }) => {
      const { userId } = requireUser(viewer);
      const mediaId = asked.toLowerCase();
      if (!isId(mediaId)) {
        return refused({ reason: 'MISSING', message: 'there is no such upload of yours' });
      }
      const outcome = await uploads.finish(userId, mediaId);
      if (outcome.kind === 'REFUSED') return refused(outcome.refusal);
      return { __typename: 'ReadyMedia', mediaId, media: outcome.file };
    },
  },

  MessageMedia: {
    url: ({ key }, _args, { storage }) => storage.urlOf(key),
    thumbnailUrl: ({ thumbnailKey }, _args, { storage }) =>
      thumbnailKey === null ? null : storage.urlOf(thumbnailKey),
  },
};

const refused = ({ reason, message }: Refusal) => ({
  __typename: 'UploadRefused' as const,
  reason,
  message,
});

import { hasScope, isUser, type Viewer } from '#platform/identity/viewer.ts';
import type { UserModel } from '../models.ts';

/** What is private about a user is for the user, and for those who may read accounts. */
export function maySeePrivately(user: UserModel, viewer: Viewer): boolean {
  return (
    user.isSignedInHere === true || isUser(viewer, user.id) || hasScope(viewer, 'accounts:read')
  );
}

import { AppError } from '../errors.ts';

/** Who is asking. Made by the gateway from a verified token, and by platform for services. */
export type Viewer = AnonymousViewer | UserViewer | PartnerViewer | ServiceViewer;

export interface AnonymousViewer {
  kind: 'anonymous';
}

export interface UserViewer {
  kind: 'user';
  userId: string;
  sessionId: string;
  roles: readonly string[];
  scopes: readonly string[];
  /** When the access token ends, in seconds since 1970. */
  expiresAt: number;
}

export interface PartnerViewer {
  kind: 'partner';
  partnerKeyId: string;
  scopes: readonly string[];
  /** What the key may use a minute, where that is not what every key may. */
  pointsPerMinute?: number | undefined;
}

/** A subgraph that asks another one. Never made from anything that a client sends. */
export interface ServiceViewer {
  kind: 'service';
  name: string;
}

export const ANONYMOUS: AnonymousViewer = { kind: 'anonymous' };

export function hasScope(viewer: Viewer, scope: string): boolean {
  return (viewer.kind === 'user' || viewer.kind === 'partner') && viewer.scopes.includes(scope);
}

/** The signed-in user; throws UNAUTHENTICATED for anyone else. */
export function requireUser(viewer: Viewer): UserViewer {
  if (viewer.kind === 'user') return viewer;
  throw new AppError('UNAUTHENTICATED', 'sign in first: this needs an access token of a user');
}

/** Throws FORBIDDEN, or UNAUTHENTICATED when nobody is signed in, unless the viewer has the scope. */
export function requireScope(viewer: Viewer, scope: string): void {
  if (hasScope(viewer, scope)) return;
  if (viewer.kind === 'anonymous') {
    throw new AppError('UNAUTHENTICATED', `sign in first: this needs the scope ${scope}`);
  }
  throw new AppError('FORBIDDEN', `this needs the scope ${scope}`);
}

/** Throws FORBIDDEN unless another subgraph asks. */
export function requireService(viewer: Viewer): ServiceViewer {
  if (viewer.kind === 'service') return viewer;
  throw new AppError('FORBIDDEN', 'this is for the subgraphs themselves');
}

/** Whether the viewer is this user. */
export function isUser(viewer: Viewer, userId: string): boolean {
  return viewer.kind === 'user' && viewer.userId === userId;
}

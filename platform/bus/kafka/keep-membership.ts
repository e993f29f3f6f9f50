import { createRequire } from 'node:module';
import type { MembersFile } from './members-file.ts';

/** What is used of kafkajs's membership of a group. A consumer that starts again makes another one, on the same cluster. */
export interface Membership {
  cluster: object;
  groupId: string;
  memberId: string | null;
  connect: () => Promise<void>;
  joinAndSync: () => Promise<void>;
  leave: () => Promise<void>;
}

const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/consumer/consumerGroup.js') as {
  prototype: Membership;
};
const { connect, joinAndSync, leave } = prototype;

/** By cluster, which each consumer has for itself: goes with it. */
const memberIds = new WeakMap<object, string>();
/** Of the process; absent where nobody could read it later. */
let membersFile: MembersFile | undefined;

async function connectAsBefore(this: Membership): Promise<void> {
  await connect.call(this);
  this.memberId ??= memberIds.get(this.cluster) ?? membersFile?.take(this.groupId) ?? null;
  // A first try to join may fail, and the next one begins here again.
  if (this.memberId !== null) memberIds.set(this.cluster, this.memberId);
}

async function joinAndRemember(this: Membership): Promise<void> {
  await joinAndSync.call(this);
  if (this.memberId === null) return;
  memberIds.set(this.cluster, this.memberId);
  membersFile?.keep(this.groupId, this.memberId);
}

async function leaveForGood(this: Membership): Promise<void> {
  const { memberId } = this;
  // When the broker does not hear of it, this stays a member there.
  await leave.call(this);
  memberIds.delete(this.cluster);
  if (memberId !== null) membersFile?.forget(this.groupId, memberId);
}

/**
 * Lets a consumer whose broker was away come back as the member that it was. kafkajs 2.2.4 starts again as somebody
 * new, for whom the group waits until the session of the old one is over: ten seconds in which nobody consumes. A
 * broker that does not know the member says so, and it joins as somebody new. With a file the same goes for a process
 * that was killed, and the one that is started in its place.
 */
export function keepMembership(file?: MembersFile): void {
  membersFile = file ?? membersFile;
  Object.assign(prototype, {
    connect: connectAsBefore,
    joinAndSync: joinAndRemember,
    leave: leaveForGood,
  });
}

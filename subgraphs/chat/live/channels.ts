import type { Live } from '#platform/live/live.ts';
import type { MovedReceipt, Receipt } from '../data/receipt.repository.ts';
import type { Message } from '../domain/message.ts';

/** What happens in somebody's conversations, for all of that person's devices. */
export const userChannel = (userId: string): string => `chat:user:${userId}`;

export type UserMessage =
  | { kind: 'SENT'; message: WireMessage }
  | { kind: 'CHANGED'; conversationId: string; sequence: number }
  | { kind: 'RECEIPT'; receipt: WireReceipt };

type Wire<Value> = {
  [Key in keyof Value]: Value[Key] extends Date
    ? string
    : Value[Key] extends Date | null
      ? string | null
      : Value[Key];
};
export type WireMessage = Wire<Message>;
export type WireReceipt = Wire<Receipt>;

/** Tells both sides of their messages: the sender's other devices want them as well. */
export async function publishSent(
  live: Live,
  sent: readonly { message: Message; userIds: readonly string[] }[],
): Promise<void> {
  await Promise.all(
    sent.flatMap(({ message, userIds }) =>
      userIds.map((userId) => live.publish(userChannel(userId), { kind: 'SENT', message })),
    ),
  );
}

export async function publishChanged(
  live: Live,
  { conversationId, sequence }: Message,
  userIds: readonly string[],
): Promise<void> {
  await Promise.all(
    userIds.map((userId) =>
      live.publish(userChannel(userId), { kind: 'CHANGED', conversationId, sequence }),
    ),
  );
}

/** Tells the side whose messages they are how far the other has got; whoever was blocked by that other hears nothing. */
export async function publishReceipts(live: Live, moved: readonly MovedReceipt[]): Promise<void> {
  await Promise.all(
    moved.flatMap(({ hasBlocked, ...receipt }) =>
      hasBlocked
        ? []
        : [live.publish(userChannel(receipt.otherUserId), { kind: 'RECEIPT', receipt })],
    ),
  );
}

export const readMessage = (wire: WireMessage): Message => ({
  ...wire,
  createdAt: new Date(wire.createdAt),
  editedAt: wire.editedAt === null ? null : new Date(wire.editedAt),
  deletedAt: wire.deletedAt === null ? null : new Date(wire.deletedAt),
});

export const readReceipt = (wire: WireReceipt): Receipt => ({
  ...wire,
  deliveredAt: wire.deliveredAt === null ? null : new Date(wire.deliveredAt),
  readAt: wire.readAt === null ? null : new Date(wire.readAt),
});

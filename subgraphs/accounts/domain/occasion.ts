import type { AchievementEvent, AchievementKind } from '#schema/events/achievement-events.ts';
import type { AwayEvent } from '#schema/events/away-events.ts';
import type { CancellationReason, OrderEvent } from '#schema/events/order-events.ts';
import type { UserEvent } from '#schema/events/user-events.ts';

/** Something that a user is told about. */
export type Occasion = { userId: string } & (
  | { kind: 'WELCOME' }
  | { kind: 'ORDER_CONFIRMED'; orderId: string; totalCents: number; currency: string }
  | { kind: 'ORDER_SHIPPED'; orderId: string; carrier: string; trackingNumber: string }
  | { kind: 'ORDER_DELIVERED'; orderId: string }
  | { kind: 'ORDER_CANCELLED'; orderId: string; reason: CancellationReason }
  | { kind: 'MESSAGES_WAITING'; conversationId: string; firstSequence: number }
  | {
      kind: 'PLAYER_ACHIEVEMENT';
      achievement: AchievementKind;
      modeId: string;
      score: number;
      rank: number;
      /** Its time, for the cause. */
      day: string;
    }
  | {
      kind: 'SEASON_REWARD';
      season: string;
      modeId: string;
      rank: number;
      tier: string;
      coins: number;
    }
  | { kind: 'PAYMENT_REFUNDED'; orderId: string; refundedCents: number; currency: string }
);

/** Refunds are not among them: their event knows no user. */
export function occasionOf(event: OrderEvent | UserEvent | AwayEvent): Occasion | undefined {
  const { data } = event;
  switch (event.type) {
    case 'user.registered':
      return { kind: 'WELCOME', userId: data.userId };
    case 'messages.waiting': {
      const { userId, conversationId, firstSequence } = event.data;
      return { kind: 'MESSAGES_WAITING', userId, conversationId, firstSequence };
    }
    case 'order.confirmed': {
      const { orderId, userId, totalCents, currency } = event.data;
      return { kind: 'ORDER_CONFIRMED', orderId, userId, totalCents, currency };
    }
    case 'order.shipped': {
      const { orderId, userId, carrier, trackingNumber } = event.data;
      return { kind: 'ORDER_SHIPPED', orderId, userId, carrier, trackingNumber };
    }
    case 'order.delivered': {
      const { orderId, userId } = event.data;
      return { kind: 'ORDER_DELIVERED', orderId, userId };
    }
    case 'order.cancelled': {
      const { orderId, userId, reason } = event.data;
      return { kind: 'ORDER_CANCELLED', orderId, userId, reason };
    }
    default:
      return undefined;
  }
}

/** The same for every announcement of one thing: an order is confirmed once, however often it is told. */
export function causeOf(occasion: Occasion): string {
  switch (occasion.kind) {
    case 'WELCOME':
      return 'WELCOME';
    case 'MESSAGES_WAITING':
      return `${occasion.kind}:${occasion.conversationId}:${occasion.firstSequence}`;
    case 'PLAYER_ACHIEVEMENT': {
      const { kind, achievement, modeId, day } = occasion;
      return `${kind}:${achievement}:${modeId}:${day}`;
    }
    case 'SEASON_REWARD':
      return `${occasion.kind}:${occasion.modeId}:${occasion.season}`;
    default:
      return `${occasion.kind}:${occasion.orderId}`;
  }
}

/** Of games: a player's user hears of an achievement of one kind and mode once a day. Nobody does without an account. */
export function occasionOfPlay(event: AchievementEvent, time: string): Occasion | undefined {
  const { userId } = event.data;
  if (userId === null) return undefined;
  if (event.type === 'reward.paid') {
    const { season, modeId, rank, tier, coins } = event.data;
    return { kind: 'SEASON_REWARD', userId, season, modeId, rank, tier, coins };
  }
  const { kind: achievement, modeId, score, rank } = event.data;
  const day = time.slice(0, 'YYYY-MM-DD'.length);
  return { kind: 'PLAYER_ACHIEVEMENT', userId, achievement, modeId, score, rank, day };
}

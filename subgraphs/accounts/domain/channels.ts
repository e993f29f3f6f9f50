import type { NotificationChannel, NotificationKind } from './notification.ts';
import type { User } from './user.ts';

/** What a message may reach a user by. */
export type Reachable = Pick<User, 'phone' | 'preferences'>;

/**
 * The ways by which a user hears of something. Text messages need a phone number. Whoever wants none still
 * finds news about orders in the list and, when connected, gets them live, which is what PUSH is without a
 * push provider; offers that nobody wants are not made at all.
 */
export function channelsFor(
  kind: NotificationKind,
  { phone, preferences }: Reachable,
): NotificationChannel[] {
  switch (kind) {
    case 'WELCOME':
      return ['EMAIL'];
    case 'MESSAGES_WAITING':
    case 'PLAYER_ACHIEVEMENT':
    case 'SEASON_REWARD':
      return ['PUSH'];
    case 'OFFER':
      return usable(preferences.marketingChannels, phone);
    default: {
      const channels = usable(preferences.orderChannels, phone);
      return channels.length > 0 ? channels : ['PUSH'];
    }
  }
}

function usable(channels: readonly NotificationChannel[], phone: string | null) {
  return channels.filter((channel) => channel !== 'SMS' || phone !== null);
}

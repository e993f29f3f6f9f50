import { useQuery, useSubscription } from '@apollo/client/react';
import { IconBell } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { useGathered } from '../../shared/live/use-gathered.ts';
import { UnreadButton } from '../../shared/ui/unread-button.tsx';
import { NOTIFICATION_RECEIVED, UNREAD_COUNT } from './notification-operations.ts';

/** What a new notification changes, where it is on the screen. */
const LISTS = new Set(['UnreadCount', 'Notifications']);

/** The number of unread notifications, live. */
export function NotificationBell() {
  const { data, refetch, client } = useQuery(UNREAD_COUNT);
  useCatchUp(useCallback(() => refetch(), [refetch]));
  useSubscription(NOTIFICATION_RECEIVED, {
    ignoreResults: true,
    onData: useGathered(() => {
      void client.refetchQueries({
        include: 'active',
        onQueryUpdated: ({ queryName }) => LISTS.has(queryName ?? ''),
      });
    }),
  });
  return (
    <UnreadButton
      to="/notifications"
      name="Notifications"
      unread={data?.me?.notifications.unreadCount ?? 0}
    >
      <IconBell size={20} aria-hidden />
    </UnreadButton>
  );
}

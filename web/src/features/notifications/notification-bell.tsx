import { useQuery, useSubscription } from '@apollo/client/react';
import { IconBell } from '@tabler/icons-react';
import { ActionIcon, Indicator } from '@mantine/core';
import { useCallback, useRef } from 'react';
import { Link } from 'react-router';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { NOTIFICATION_RECEIVED, UNREAD_COUNT } from './notification-operations.ts';

/** Several notifications of one moment are counted with one request. */
const COUNT_AFTER_MS = 250;

/** What a new notification changes, where it is on the screen. */
const LISTS = new Set(['UnreadCount', 'Notifications']);

/** The number of unread notifications, live. */
export function NotificationBell() {
  const { data, refetch, client } = useQuery(UNREAD_COUNT);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useCatchUp(useCallback(() => refetch(), [refetch]));
  useSubscription(NOTIFICATION_RECEIVED, {
    ignoreResults: true,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void client.refetchQueries({
          include: 'active',
          onQueryUpdated: ({ queryName }) => LISTS.has(queryName ?? ''),
        });
      }, COUNT_AFTER_MS);
    },
  });
  const unread = data?.me?.notifications.unreadCount ?? 0;
  return (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      disabled={unread === 0}
      size={18}
      offset={6}
      color="red.8"
    >
      <ActionIcon
        component={Link}
        to="/notifications"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Notifications, ${unread} unread`}
      >
        <IconBell size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

import { useMutation, useQuery } from '@apollo/client/react';
import { IconBellOff } from '@tabler/icons-react';
import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { LoadMore } from '../../shared/ui/load-more.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { useNextPage } from '../../shared/ui/use-next-page.ts';
import { NotificationRow } from './notification-row.tsx';
import { MARK_READ, NOTIFICATIONS } from './notification-operations.ts';

export function NotificationsPage() {
  const [isUnreadOnly, setIsUnreadOnly] = useState(false);
  const { data, previousData, error, refetch, fetchMore } = useQuery(NOTIFICATIONS, {
    variables: { unreadOnly: isUnreadOnly },
  });
  useCatchUp(useCallback(() => refetch(), [refetch]));
  const [markRead, marking] = useMutation(MARK_READ, {
    errorPolicy: 'all',
    refetchQueries: ['UnreadCount', NOTIFICATIONS],
  });
  const nextPage = useNextPage(data?.me?.notifications.pageInfo, fetchMore);
  const list = (data ?? (error ? undefined : previousData))?.me?.notifications;

  return (
    <>
      <PageHeading title="Notifications">
        <Group gap="sm">
          <SegmentedControl
            aria-label="Which notifications"
            value={isUnreadOnly ? 'unread' : 'all'}
            onChange={(value) => setIsUnreadOnly(value === 'unread')}
            data={[
              { value: 'all', label: 'All' },
              { value: 'unread', label: `Unread${list ? ` (${list.unreadCount})` : ''}` },
            ]}
          />
          <Button
            variant="default"
            disabled={!list?.unreadCount}
            loading={marking.loading}
            onClick={() => void markRead()}
          >
            Mark all as read
          </Button>
        </Group>
      </PageHeading>
      <ProblemAlert error={marking.error} />
      {!list && error && <ErrorState error={error} onRetry={refetch} />}
      {!list && !error && <NotificationsSkeleton />}
      {list?.edges.length === 0 && (
        <EmptyState
          icon={IconBellOff}
          title={isUnreadOnly ? 'You have read everything' : 'Nothing yet'}
          text="News about your orders arrives here as it happens."
        />
      )}
      {list && list.edges.length > 0 && (
        <>
          <Stack component="ul" gap="sm" p={0} m={0}>
            {list.edges.map(({ node }) => (
              <NotificationRow
                key={node.id}
                notification={node}
                onRead={() => void markRead({ variables: { ids: [node.id] } })}
              />
            ))}
          </Stack>
          <LoadMore {...nextPage} />
        </>
      )}
    </>
  );
}

function NotificationsSkeleton() {
  return (
    <Stack gap="sm" aria-busy>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={80} radius="lg" />
      ))}
    </Stack>
  );
}

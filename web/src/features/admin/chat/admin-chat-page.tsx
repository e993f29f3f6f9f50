import { useQuery, useSubscription } from '@apollo/client/react';
import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '../../../shared/live/live-context.tsx';
import { LiveMark } from '../../../shared/live/live-mark.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { CHAT_ACTIVITY, CHAT_ACTIVITY_CHANGED } from './chat-activity-operations.ts';
import { RateLine } from './rate-line.tsx';
import { addRate } from './recent-rates.ts';
import { ReportsQueue } from './reports-queue.tsx';
import { SocketHealth } from './socket-health.tsx';

/** What goes on in conversations, each second, how well connections are, and what people want to be looked at. */
export function AdminChatPage() {
  const { phase } = useLive();
  const { data, error, refetch } = useQuery(CHAT_ACTIVITY);
  const [rates, setRates] = useState<readonly number[]>([]);
  const live = useSubscription(CHAT_ACTIVITY_CHANGED, {
    fetchPolicy: 'no-cache',
    onData: ({ data: { data: next } }) => {
      if (next) setRates((before) => addRate(before, next.chatActivityChanged.messagesPerSecond));
    },
  });
  const activity = live.data?.chatActivityChanged ?? data?.chatActivity;
  if (!activity && error) return <ErrorState error={error} onRetry={refetch} />;
  const delivery = activity?.averageDeliveryMs;
  const numbers = [
    { label: 'People online', value: activity?.onlineUsers },
    { label: 'Active in 5 minutes', value: activity?.activeUsers },
    { label: 'Open streams', value: activity?.openStreams },
    { label: 'Messages a second', value: activity?.messagesPerSecond },
    {
      label: 'Average delivery',
      value: delivery == null ? 'none yet' : `${Math.round(delivery)} ms`,
    },
  ];
  return (
    <>
      <PageHeading title="Chat">
        <LiveMark isLive={phase === 'live' && live.data !== undefined} />
      </PageHeading>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 2, sm: 5 }}>
          {numbers.map(({ label, value }) => (
            <Panel key={label}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              {activity ? (
                <Text fw={700} fz="xl" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {value}
                </Text>
              ) : (
                <Skeleton height={28} />
              )}
            </Panel>
          ))}
        </SimpleGrid>
        <Panel>
          <Title order={2} size="h4" mb="sm">
            Messages a second, the last two minutes
          </Title>
          <RateLine rates={rates} />
        </Panel>
        <SocketHealth sockets={activity?.sockets} />
        <Panel>
          <Title order={2} size="h4" mb="sm">
            Reported messages
          </Title>
          <ReportsQueue />
        </Panel>
      </Stack>
    </>
  );
}

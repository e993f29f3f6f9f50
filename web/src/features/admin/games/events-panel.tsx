import { useMutation, useQuery } from '@apollo/client/react';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Anchor, Badge, Button, Drawer, Group, Skeleton, Switch, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AdminGameEventFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { EVENT_STATUS } from '../../../shared/games/game-labels.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ADMIN_GAME_EVENTS, CANCEL_GAME_EVENT } from './game-admin-operations.ts';
import { ScheduleEventForm } from './schedule-event-form.tsx';

/** Participation is watched: counted anew this often while the page is open. */
const REFRESH_MS = 5_000;

export function EventsPanel() {
  const [includeOver, setIncludeOver] = useState(false);
  const [isScheduling, setIsScheduling] = useState(false);
  const { data, error, refetch } = useQuery(ADMIN_GAME_EVENTS, {
    variables: { includeOver },
    fetchPolicy: 'cache-and-network',
    pollInterval: REFRESH_MS,
  });
  const events = data?.gameEvents;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Switch
          label="Also those that are over"
          checked={includeOver}
          onChange={(event) => setIncludeOver(event.currentTarget.checked)}
        />
        <Button onClick={() => setIsScheduling(true)}>New event</Button>
      </Group>
      {!events && error && <ErrorState error={error} onRetry={refetch} />}
      {!events && !error && <Skeleton height={240} radius="lg" />}
      {events?.length === 0 && (
        <EmptyState
          icon={IconCalendarEvent}
          title="No events"
          text="An event is a limited time with a board of its own, where points may count more than once."
        />
      )}
      {events && events.length > 0 && (
        <Panel p={0} aria-label="Events">
          <Table.ScrollContainer minWidth={720}>
            <Table verticalSpacing="xs" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Event</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Th>Time</Table.Th>
                  <Table.Th ta="right">Points</Table.Th>
                  <Table.Th ta="right">Participants</Table.Th>
                  <Table.Th aria-label="Actions" />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {events.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Panel>
      )}
      <Drawer
        opened={isScheduling}
        onClose={() => setIsScheduling(false)}
        position="right"
        title="New event"
      >
        <ScheduleEventForm
          onDone={() => {
            setIsScheduling(false);
            void refetch();
          }}
        />
      </Drawer>
    </>
  );
}

function EventRow({ event }: { event: AdminGameEventFragment }) {
  const { id, name, mode, status, startsAt, endsAt, multiplier, participants } = event;
  const [cancel, { loading }] = useMutation(CANCEL_GAME_EVENT, { errorPolicy: 'all' });

  async function cancelEvent(): Promise<void> {
    const { data, error } = await cancel({ variables: { id } });
    const outcome = data?.cancelGameEvent;
    if (outcome?.__typename === 'GameEvent') return;
    const message = outcome?.message ?? describeProblem(error).detail;
    notifications.show({ color: 'red', title: 'Not cancelled', message });
  }

  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/games?mode=${mode.id}&event=${id}`} fw={600}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {mode.name}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={EVENT_STATUS[status].color}>
          {EVENT_STATUS[status].label}
        </Badge>
      </Table.Td>
      <Table.Td>
        {formatDateTime(startsAt)} – {formatDateTime(endsAt)}
      </Table.Td>
      <Table.Td ta="right">× {multiplier}</Table.Td>
      <Table.Td ta="right">{participants.toLocaleString('en')}</Table.Td>
      <Table.Td ta="right">
        {(status === 'SCHEDULED' || status === 'RUNNING') && (
          <Button
            variant="light"
            color="red"
            size="xs"
            loading={loading}
            aria-label={`Cancel ${name}`}
            onClick={() => void cancelEvent()}
          >
            Cancel
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

import { Badge, Group, Text, Title } from '@mantine/core';
import type { BoardEventFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { EVENT_STATUS } from '../../../shared/games/game-labels.ts';
import { Panel } from '../../../shared/ui/panel.tsx';

/** What is played for, until when, and by how many. */
export function EventHeading({ event }: { event: BoardEventFragment }) {
  const { name, status, multiplier, startsAt, endsAt, participants } = event;
  return (
    <Panel p="sm" mb="sm" aria-label="Event">
      <Group gap="sm">
        <Title order={2} size="h4">
          {name}
        </Title>
        <Badge variant="light" color={EVENT_STATUS[status].color}>
          {EVENT_STATUS[status].label}
        </Badge>
        {multiplier > 1 && <Badge color="yellow">Points count × {multiplier}</Badge>}
        <Text size="sm" c="dimmed">
          {formatDateTime(startsAt)} – {formatDateTime(endsAt)}, {participants.toLocaleString('en')}{' '}
          participants
        </Text>
      </Group>
    </Panel>
  );
}

import { IconConfetti } from '@tabler/icons-react';
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { BoardEventFragment } from '#schema/operations/generated/graphql.ts';
import { formatDateTime } from '../../../shared/format/date.ts';

type RunningEventsProps = { events: readonly BoardEventFragment[]; modeId: string };

/** A line for each event of the mode that runs now. */
export function RunningEvents({ events, modeId }: RunningEventsProps) {
  return events
    .filter(({ status }) => status === 'RUNNING')
    .map(({ id, name, multiplier, endsAt }) => (
      <Group key={id} gap="xs" mb="sm" wrap="nowrap" align="flex-start">
        <IconConfetti size={20} aria-hidden />
        <Text size="sm">
          <Anchor component={Link} to={`/games?mode=${modeId}&event=${id}`} fw={600}>
            {name}
          </Anchor>
          {multiplier > 1 && `: points count ${multiplier} times`}, until {formatDateTime(endsAt)}.
        </Text>
      </Group>
    ));
}

import { Group, SimpleGrid, Skeleton, Text } from '@mantine/core';
import type { ActivityFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import classes from './activity-panel.module.css';

type ActivityPanelProps = { activity: ActivityFragment | undefined; error: unknown };

/** What happens in games now. */
export function ActivityPanel({ activity, error }: ActivityPanelProps) {
  if (error !== undefined) return <ProblemAlert error={error} />;
  if (!activity) return <Skeleton height={130} radius="lg" />;
  const facts = [
    { label: 'Scores a second', value: activity.scoresPerSecond.toFixed(1) },
    { label: 'Active players', value: activity.activePlayers.toLocaleString('en') },
    { label: 'Not counted yet', value: activity.lag.toLocaleString('en') },
    { label: 'Open flags', value: activity.openFlags.toLocaleString('en') },
  ];
  return (
    <Panel aria-label="Activity">
      <SimpleGrid cols={{ base: 2, sm: 4 }} component="dl" m={0}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} className={classes['value'] ?? ''}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Bars counts={activity.lastMinute} />
      <Group gap="lg" mt="xs">
        {activity.modes.map(({ mode, scoresPerSecond }) => (
          <Text key={mode.id} size="sm" c="dimmed">
            {mode.name}: {scoresPerSecond.toFixed(1)} a second
          </Text>
        ))}
      </Group>
    </Panel>
  );
}

function Bars({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <div
      className={classes['bars']}
      role="img"
      aria-label={`Scores of the last ${counts.length} seconds, at most ${most} a second`}
    >
      {counts.map((count, second) => (
        // Each place is a second of the last minute.
        <span key={second} style={{ height: `${(100 * count) / most}%` }} />
      ))}
    </div>
  );
}

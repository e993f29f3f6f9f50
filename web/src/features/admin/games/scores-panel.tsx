import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ModeScoresFragment } from '#schema/operations/generated/graphql.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import classes from './activity-panel.module.css';
import { ADMIN_MODE_SCORES } from './game-admin-operations.ts';

const whole = (points: number | null) =>
  points === null ? '–' : Math.round(points).toLocaleString('en');

/** What the games of each mode bring. */
export function ScoresPanel() {
  const { data, error, refetch } = useQuery(ADMIN_MODE_SCORES, {
    fetchPolicy: 'cache-and-network',
  });
  if (!data && error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={260} radius="lg" />;
  return (
    <Stack>
      {data.gameModes.map((mode) => (
        <Mode key={mode.id} mode={mode} />
      ))}
    </Stack>
  );
}

function Mode({ mode: { name, scores } }: { mode: ModeScoresFragment }) {
  return (
    <Panel aria-label={`Scores of ${name}`}>
      <Title order={2} size="h4" mb="sm">
        {name}
      </Title>
      {scores ? <Scores scores={scores} /> : <Text c="dimmed">Nobody has played it yet.</Text>}
    </Panel>
  );
}

function Scores({ scores }: { scores: NonNullable<ModeScoresFragment['scores']> }) {
  const { bars, median } = scores;
  const most = Math.max(1, ...bars.map(({ games }) => games));
  const facts = [
    { label: 'Games', value: whole(scores.games) },
    { label: 'Average', value: whole(scores.mean) },
    { label: 'Deviation', value: whole(scores.deviation) },
    { label: 'Median', value: whole(median) },
    { label: '90 % are at or below', value: whole(scores.p90) },
    { label: '99 % are at or below', value: whole(scores.p99) },
  ];
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 6 }} component="dl" m={0}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fw={700}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <div
        className={classes['bars']}
        role="img"
        aria-label={`Games by points from 0 to ${whole(bars.at(-1)?.to ?? 0)}: most have ${rangeOf(bars, most)}`}
      >
        {bars.map(({ from, to, games }) => (
          <span
            key={from}
            title={`${whole(from)} to ${whole(to)} points: ${whole(games)} games`}
            style={{ height: `${(100 * games) / most}%` }}
          />
        ))}
      </div>
    </>
  );
}

function rangeOf(
  bars: readonly { from: number; to: number; games: number }[],
  most: number,
): string {
  const highest = bars.find(({ games }) => games === most);
  return highest ? `${whole(highest.from)} to ${whole(highest.to)}` : 'none';
}

import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formatDateTime } from '../../../shared/format/date.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { CLOSE_SEASON, SEASONS } from './game-admin-operations.ts';
import { RewardTiersForm } from './reward-tiers-form.tsx';

const STATUS = {
  RUNNING: { label: 'Running', color: 'plaza' },
  ENDED: { label: 'Ended', color: 'orange' },
  ARCHIVED: { label: 'Archived', color: 'blue' },
  REWARDED: { label: 'Rewarded', color: 'gray' },
} as const;

/** Seasons end and are paid by themselves; an administrator may do it at once. */
export function SeasonsPanel() {
  const { data, error, refetch } = useQuery(SEASONS, { fetchPolicy: 'cache-and-network' });
  const [close, { loading }] = useMutation(CLOSE_SEASON, { errorPolicy: 'all' });

  async function closeOne(season: string): Promise<void> {
    const { data: answer, error: problem } = await close({ variables: { season } });
    const outcome = answer?.closeSeason;
    if (outcome?.__typename === 'SeasonClosed') {
      notifications.show({ message: `${season} is closed, ${outcome.paidCount} rewards paid.` });
      return void refetch();
    }
    const message = outcome?.message ?? describeProblem(problem).detail;
    notifications.show({ color: 'red', title: 'Not closed', message });
  }

  if (!data && error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={240} radius="lg" />;
  return (
    <Stack>
      <Panel aria-label="Seasons">
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Season</Table.Th>
                <Table.Th>Time</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th aria-label="Actions" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.seasons.map(({ name, startsAt, endsAt, status }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>
                    {formatDateTime(startsAt)} – {formatDateTime(endsAt)}
                  </Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={STATUS[status].color}>
                      {STATUS[status].label}
                    </Badge>
                  </Table.Td>
                  <Table.Td ta="right">
                    {(status === 'ENDED' || status === 'ARCHIVED') && (
                      <Button
                        variant="light"
                        size="xs"
                        disabled={loading}
                        onClick={() => void closeOne(name)}
                      >
                        Archive and pay
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      <Panel aria-label="Rewards">
        <Title order={2} size="h5" mb="xs">
          Rewards, for each mode
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          What the first get when a season ends: those up to a rank, unless a better tier holds
          them.
        </Text>
        <RewardTiersForm
          // Tiers that somebody else has saved replace those in the form.
          key={JSON.stringify(data.seasonRewardTiers)}
          tiers={data.seasonRewardTiers}
          onDone={() => void refetch()}
        />
      </Panel>
    </Stack>
  );
}

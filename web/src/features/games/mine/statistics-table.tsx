import { Table, Text, Title } from '@mantine/core';
import type { MyGamesQuery } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';

type Statistics = NonNullable<MyGamesQuery['myPlayer']>['statistics'];

const SECONDS_PER_HOUR = 3_600;

export function StatisticsTable({ statistics }: { statistics: Statistics }) {
  const played = statistics.filter(({ gamesPlayed }) => gamesPlayed > 0);
  return (
    <Panel aria-label="Statistics">
      <Title order={2} size="h4" mb="sm">
        Statistics
      </Title>
      {played.length === 0 ? (
        <Text size="sm" c="dimmed">
          They begin with the first game that counts.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={360}>
          <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Mode</Table.Th>
                {['Games', 'Points', 'Best', 'Average', 'Hours'].map((name) => (
                  <Table.Th key={name} ta="right">
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {played.map(
                ({ mode, gamesPlayed, totalScore, bestScore, averageScore, secondsPlayed }) => (
                  <Table.Tr key={mode.id}>
                    <Table.Th scope="row">{mode.name}</Table.Th>
                    <Table.Td ta="right">{gamesPlayed.toLocaleString('en')}</Table.Td>
                    <Table.Td ta="right">{totalScore.toLocaleString('en')}</Table.Td>
                    <Table.Td ta="right">{bestScore.toLocaleString('en')}</Table.Td>
                    <Table.Td ta="right">{Math.round(averageScore).toLocaleString('en')}</Table.Td>
                    <Table.Td ta="right">{(secondsPlayed / SECONDS_PER_HOUR).toFixed(1)}</Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}

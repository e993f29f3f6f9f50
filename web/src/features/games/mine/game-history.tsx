import { useQuery } from '@apollo/client/react';
import { Badge, Group, Skeleton, Table, Text, Title } from '@mantine/core';
import { formatDateTime } from '../../../shared/format/date.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { describeEffect } from './finished-game.ts';
import { MY_HISTORY } from './mine-operations.ts';

const STATUS = {
  ACCEPTED: { label: 'Accepted', color: 'gray' },
  COUNTED: { label: 'Counted', color: 'plaza' },
  REMOVED: { label: 'Removed', color: 'red' },
} as const;

/** All games that were handed in, the newest first. */
export function GameHistory() {
  const { data, error, refetch, fetchMore } = useQuery(MY_HISTORY, {
    fetchPolicy: 'cache-and-network',
  });
  const games = data?.myPlayer?.submissions;
  const nextPage = useNextPage(games?.pageInfo, fetchMore);

  return (
    <Panel aria-label="History">
      <Title order={2} size="h4" mb="sm">
        History
      </Title>
      {!games && error && <ErrorState error={error} onRetry={refetch} />}
      {!games && !error && <Skeleton height={160} />}
      {games?.edges.length === 0 && (
        <Text size="sm" c="dimmed">
          Your games show here.
        </Text>
      )}
      {games && games.edges.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={420}>
            <Table verticalSpacing="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Played</Table.Th>
                  <Table.Th>Mode</Table.Th>
                  <Table.Th ta="right">Score</Table.Th>
                  <Table.Th>Outcome</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {games.edges.map(({ node }) => (
                  <Table.Tr key={node.id}>
                    <Table.Td>{formatDateTime(node.submittedAt)}</Table.Td>
                    <Table.Td>{node.mode.name}</Table.Td>
                    <Table.Td ta="right">{node.score.toLocaleString('en')}</Table.Td>
                    <Table.Td>
                      <Group gap="xs">
                        <Badge variant="light" color={STATUS[node.status].color}>
                          {STATUS[node.status].label}
                        </Badge>
                        {node.effect && <Text size="xs">{describeEffect(node.effect)}</Text>}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <LoadMore {...nextPage} />
        </>
      )}
    </Panel>
  );
}

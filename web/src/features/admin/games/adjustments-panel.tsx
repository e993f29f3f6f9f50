import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button, Skeleton, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formatDateTime } from '../../../shared/format/date.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { RESTORE_SCORES, SCORE_ADJUSTMENTS } from './game-admin-operations.ts';
import { RemoveScoresForm } from './remove-scores-form.tsx';

/** Takes a cheater's games off the boards, and puts back what was taken in error. */
export function AdjustmentsPanel() {
  const { data, error, refetch, fetchMore } = useQuery(SCORE_ADJUSTMENTS, {
    fetchPolicy: 'cache-and-network',
  });
  const [restore, { loading }] = useMutation(RESTORE_SCORES, { errorPolicy: 'all' });
  const adjustments = data?.scoreAdjustments;
  const nextPage = useNextPage(adjustments?.pageInfo, fetchMore);

  async function restoreOne(adjustmentId: string): Promise<void> {
    const input = { adjustmentId, reason: 'Removed in error' };
    const { data: answer, error: problem } = await restore({ variables: { input } });
    const outcome = answer?.restoreScores;
    if (outcome?.__typename === 'ScoreAdjustment') return void refetch();
    const message = outcome?.message ?? describeProblem(problem).detail;
    notifications.show({ color: 'red', title: 'Not restored', message });
  }

  return (
    <Stack>
      <RemoveScoresForm onDone={() => void refetch()} />
      <Panel aria-label="Adjustments">
        {!adjustments && error && <ErrorState error={error} onRetry={refetch} />}
        {!adjustments && !error && <Skeleton height={160} />}
        {adjustments?.edges.length === 0 && (
          <Text c="dimmed" size="sm">
            No scores have been removed.
          </Text>
        )}
        {adjustments && adjustments.edges.length > 0 && (
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>When</Table.Th>
                  <Table.Th>What</Table.Th>
                  <Table.Th ta="right">Games</Table.Th>
                  <Table.Th>Reason</Table.Th>
                  <Table.Th>By</Table.Th>
                  <Table.Th aria-label="Actions" />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {adjustments.edges.map(({ node }) => (
                  <Table.Tr key={node.id}>
                    <Table.Td>{formatDateTime(node.createdAt)}</Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={node.kind === 'REMOVE' ? 'red' : 'plaza'}>
                        {node.kind === 'REMOVE' ? 'Removed' : 'Restored'}
                      </Badge>
                      {node.correctedAt == null && (
                        <Text size="xs" c="dimmed">
                          boards follow
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td ta="right">{node.scoreCount.toLocaleString('en')}</Table.Td>
                    <Table.Td>{node.reason}</Table.Td>
                    <Table.Td>{node.madeBy.name}</Table.Td>
                    <Table.Td ta="right">
                      {node.kind === 'REMOVE' && (
                        <Button
                          variant="default"
                          size="xs"
                          disabled={loading}
                          onClick={() => void restoreOne(node.id)}
                        >
                          Restore
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <LoadMore {...nextPage} />
      </Panel>
    </Stack>
  );
}

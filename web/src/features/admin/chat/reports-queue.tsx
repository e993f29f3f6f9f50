import { useMutation, useQuery } from '@apollo/client/react';
import { IconFlag } from '@tabler/icons-react';
import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import type { ReportResolution } from '#schema/operations/generated/graphql.ts';
import { formatRelative } from '../../../shared/format/date.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { MESSAGE_REPORTS, RESOLVE_REPORT } from './chat-activity-operations.ts';

/** The oldest first; a decision settles all reports of the same message. */
export function ReportsQueue() {
  const { data, error, refetch, fetchMore } = useQuery(MESSAGE_REPORTS);
  const [resolve, { loading, error: problem }] = useMutation(RESOLVE_REPORT, {
    refetchQueries: [MESSAGE_REPORTS],
    awaitRefetchQueries: true,
  });
  const page = data?.messageReports;
  const next = useNextPage(page?.pageInfo, fetchMore);
  if (!page && error) return <ErrorState error={error} onRetry={refetch} />;
  if (!page) return <Skeleton height={80} />;
  const open = page.edges.filter(({ node }) => node.resolvedAt === null);
  if (open.length === 0) {
    return (
      <EmptyState icon={IconFlag} title="Nothing to decide" text="Reported messages appear here." />
    );
  }

  const decide = (id: string, resolution: ReportResolution) =>
    void resolve({ variables: { id, resolution } }).catch(() => undefined);

  return (
    <Stack>
      <ProblemAlert error={problem} />
      {open.map(({ node }) => (
        <Paper key={node.id} component="article" withBorder p="md" radius="md">
          <Text size="sm" c="dimmed">
            {node.sender.name} wrote, reported by {node.reportedBy.name}{' '}
            {formatRelative(node.createdAt)}
          </Text>
          {node.media?.thumbnailUrl && (
            <img src={node.media.thumbnailUrl} alt="" loading="lazy" height={96} />
          )}
          <Text my="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {node.text ?? (node.media ? '' : 'The message was deleted.')}
          </Text>
          <Text size="sm">Reason: {node.reason}</Text>
          <Group mt="sm" gap="xs">
            <Button
              size="xs"
              color="red"
              disabled={loading}
              onClick={() => decide(node.id, 'DELETED')}
            >
              Delete message
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={loading}
              onClick={() => decide(node.id, 'KEPT')}
            >
              Keep
            </Button>
          </Group>
        </Paper>
      ))}
      <LoadMore {...next} />
    </Stack>
  );
}

import { useQuery } from '@apollo/client/react';
import { Badge, Table, Text } from '@mantine/core';
import { formatDateTime } from '../../../shared/format/date.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { LOCAL_MAILBOX } from './message-operations.ts';

/** What would have left the house if there were providers. */
export function LocalMailbox() {
  const { data, error, refetch, fetchMore } = useQuery(LOCAL_MAILBOX, {
    fetchPolicy: 'cache-and-network',
  });
  const nextPage = useNextPage(data?.localMailbox.pageInfo, fetchMore);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (data?.localMailbox.edges.length === 0) {
    return <Text c="dimmed">No message has gone to the local mailbox.</Text>;
  }
  return (
    <>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Way</Table.Th>
              <Table.Th>To</Table.Th>
              <Table.Th>Subject</Table.Th>
              <Table.Th>Time</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.localMailbox.edges.map(({ node }) => (
              <Table.Tr key={node.id}>
                <Table.Td>
                  <Badge variant="light">{node.channel}</Badge>
                </Table.Td>
                <Table.Td>{node.recipient}</Table.Td>
                <Table.Td>{node.subject}</Table.Td>
                <Table.Td>
                  <time dateTime={node.createdAt}>{formatDateTime(node.createdAt)}</time>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore {...nextPage} />
    </>
  );
}

import { Badge, Group, SimpleGrid, Skeleton, Table, Text, Title } from '@mantine/core';
import type { ChatActivityFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { explainSockets, formatRoundTrip, STATES } from './socket-words.ts';

type Sockets = ChatActivityFieldsFragment['sockets'];

/** How many WebSocket connections there are, how well they are, and why some have ended. */
export function SocketHealth({ sockets }: { sockets: Sockets | undefined }) {
  return (
    <Panel aria-label="Connections">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          Connections
        </Title>
        {sockets && (
          <Badge variant="light" color={STATES[sockets.state].color}>
            {STATES[sockets.state].word}
          </Badge>
        )}
      </Group>
      {sockets ? <SocketNumbers sockets={sockets} /> : <Skeleton height={160} />}
    </Panel>
  );
}

function SocketNumbers({ sockets }: { sockets: Sockets }) {
  const numbers = [
    { label: 'Open sockets', value: sockets.open.toLocaleString('en') },
    { label: 'Opened a minute', value: sockets.opened.toLocaleString('en') },
    { label: 'Closed a minute', value: sockets.closed.toLocaleString('en') },
    { label: 'Not let in', value: sockets.refused.toLocaleString('en') },
    { label: 'No answer to a ping', value: sockets.unanswered.toLocaleString('en') },
    { label: 'Round trip, median', value: formatRoundTrip(sockets.medianRoundTripMs) },
    { label: 'Round trip, longest', value: formatRoundTrip(sockets.longestRoundTripMs) },
    { label: 'Gateways', value: sockets.gateways.toLocaleString('en') },
  ];
  return (
    <>
      {explainSockets(sockets).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} my="md">
        {numbers.map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {sockets.closes.length === 0 ? (
        <Text size="sm" c="dimmed">
          None was closed within the last minute.
        </Text>
      ) : (
        <ClosesTable closes={sockets.closes} />
      )}
    </>
  );
}

function ClosesTable({ closes }: Pick<Sockets, 'closes'>) {
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table verticalSpacing="xs" aria-label="Why connections were closed within the last minute">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Why they were closed</Table.Th>
            <Table.Th ta="right">Code</Table.Th>
            <Table.Th ta="right">Within a minute</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {closes.map(({ code, meaning, count }) => (
            <Table.Tr key={code ?? 'other'}>
              <Table.Td>{meaning}</Table.Td>
              <Table.Td ta="right">{code ?? 'other'}</Table.Td>
              <Table.Td ta="right">{count.toLocaleString('en')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

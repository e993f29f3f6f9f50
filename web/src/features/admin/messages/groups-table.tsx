import { Badge, Table, Text } from '@mantine/core';
import type { PartMessages } from './parts.ts';

/** More than this is worth a look. */
const HIGH_LAG = 500;

export function GroupsTable({ parts }: { parts: readonly PartMessages[] }) {
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Consumer group</Table.Th>
            <Table.Th ta="right">Waiting</Table.Th>
            <Table.Th ta="right">Dead letters</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.flatMap(({ groups }) =>
            groups.map(({ name, lag, deadLetters }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">
                  {lag === null ? (
                    <Text size="sm" c="dimmed" component="span">
                      unknown
                    </Text>
                  ) : (
                    <Text size="sm" component="span" {...(lag > HIGH_LAG && { c: 'red', fw: 700 })}>
                      {lag.toLocaleString('en')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {deadLetters === 0 ? '0' : <Badge color="red">{deadLetters}</Badge>}
                </Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

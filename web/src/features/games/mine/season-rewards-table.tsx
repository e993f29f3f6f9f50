import { Table, Title } from '@mantine/core';
import type { MyGamesQuery } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';

type Rewards = NonNullable<MyGamesQuery['myPlayer']>['rewards'];

/** What was won in seasons that are over; nothing for who has won nothing. */
export function SeasonRewardsTable({ rewards }: { rewards: Rewards }) {
  if (rewards.length === 0) return null;
  return (
    <Panel aria-label="Rewards">
      <Title order={2} size="h4" mb="sm">
        Rewards
      </Title>
      <Table.ScrollContainer minWidth={360}>
        <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Season</Table.Th>
              <Table.Th>Mode</Table.Th>
              <Table.Th ta="right">Rank</Table.Th>
              <Table.Th>Tier</Table.Th>
              <Table.Th ta="right">Coins</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rewards.map(({ season, mode, rank, tier, coins }) => (
              <Table.Tr key={`${season} ${mode.id}`}>
                <Table.Th scope="row">{season}</Table.Th>
                <Table.Td>{mode.name}</Table.Td>
                <Table.Td ta="right">{rank.toLocaleString('en')}</Table.Td>
                <Table.Td>{tier}</Table.Td>
                <Table.Td ta="right">{coins.toLocaleString('en')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

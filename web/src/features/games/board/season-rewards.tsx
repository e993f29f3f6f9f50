import { useQuery } from '@apollo/client/react';
import { Group, Text, Title } from '@mantine/core';
import { SEASON_REWARD_TIERS } from '../../../shared/games/game-operations.ts';
import { Panel } from '../../../shared/ui/panel.tsx';

/** What the season is played for. Without an answer the board is still all there. */
export function SeasonRewards() {
  const tiers = useQuery(SEASON_REWARD_TIERS).data?.seasonRewardTiers ?? [];
  if (tiers.length === 0) return null;
  return (
    <Panel p="md" aria-label="Rewards of the season">
      <Title order={2} size="h5" mb="xs">
        When the season ends
      </Title>
      {tiers.map(({ name, upToRank, coins }) => (
        <Group key={upToRank} justify="space-between" wrap="nowrap" py={4}>
          <div>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {upToRank === 1 ? 'the first' : `up to rank ${upToRank.toLocaleString('en')}`}
            </Text>
          </div>
          <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
            {coins.toLocaleString('en')} coins
          </Text>
        </Group>
      ))}
    </Panel>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { MyGamesQuery } from '#schema/operations/generated/graphql.ts';
import { REGION_LABELS } from '../../../shared/games/game-labels.ts';
import { PlayerSearch } from '../../../shared/games/player-search.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { FOLLOW_PLAYER, UNFOLLOW_PLAYER } from './mine-operations.ts';

type FollowedPlayersProps = {
  players: NonNullable<MyGamesQuery['myPlayer']>['following'];
  onChange: () => void;
};

/** Who is on the boards of friends. */
export function FollowedPlayers({ players, onChange }: FollowedPlayersProps) {
  const [follow, following] = useMutation(FOLLOW_PLAYER, { errorPolicy: 'all' });
  const [unfollow, unfollowing] = useMutation(UNFOLLOW_PLAYER, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();

  async function followOne(playerId: string): Promise<void> {
    setRefusal(undefined);
    const outcome = (await follow({ variables: { playerId } })).data?.followPlayer;
    if (outcome?.__typename === 'TooManyFollowed') setRefusal(outcome.message);
    else if (outcome) onChange();
  }

  async function unfollowOne(playerId: string): Promise<void> {
    if ((await unfollow({ variables: { playerId } })).data) onChange();
  }

  return (
    <Panel aria-label="Friends">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Players you follow
        </Title>
        <Text size="sm" c="dimmed">
          You and they are on your boards of friends.
        </Text>
        <PlayerSearch label="Follow a player" onPick={({ id }) => void followOne(id)} />
        {refusal !== undefined && <RefusalAlert title="Not followed">{refusal}</RefusalAlert>}
        <ProblemAlert error={following.error ?? unfollowing.error} />
        {players.map(({ id, username, region }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={600}>{username}</Text>
              <Text size="xs" c="dimmed">
                {REGION_LABELS[region]}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`Unfollow ${username}`}
              onClick={() => void unfollowOne(id)}
            >
              Unfollow
            </Button>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

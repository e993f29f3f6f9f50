import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Grid, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { REGION_LABELS } from '../../../shared/games/game-labels.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { CreatePlayerForm } from './create-player-form.tsx';
import { FollowedPlayers } from './followed-players.tsx';
import { GameHistory } from './game-history.tsx';
import { MY_GAMES, MY_HISTORY } from './mine-operations.ts';
import { PlayPanel } from './play-panel.tsx';
import { SeasonRewardsTable } from './season-rewards-table.tsx';
import { StatisticsTable } from './statistics-table.tsx';

export function MyGamesPage() {
  const { data, error, refetch } = useQuery(MY_GAMES, { fetchPolicy: 'cache-and-network' });
  const client = useApolloClient();
  const player = data?.myPlayer;
  const readAgain = () => void client.refetchQueries({ include: [MY_GAMES, MY_HISTORY] });

  return (
    <>
      <PageHeading
        title="My games"
        {...(player && {
          text: `${player.username}, ${REGION_LABELS[player.region]}, level ${player.level}`,
        })}
      >
        <Button component={Link} to="/games" variant="default">
          Leaderboards
        </Button>
      </PageHeading>
      {!data && error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton height={320} radius="lg" />}
      {data && !player && <CreatePlayerForm onCreated={() => void refetch()} />}
      {player && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack>
              <PlayPanel onCounted={readAgain} />
              <GameHistory />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack>
              <StatisticsTable statistics={player.statistics} />
              <SeasonRewardsTable rewards={player.rewards} />
              <FollowedPlayers players={player.following} onChange={() => void refetch()} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}

import { useQuery, useSubscription } from '@apollo/client/react';
import { Anchor, Button, Group, Progress, Skeleton, Text } from '@mantine/core';
import { useEffect, useImperativeHandle, type Ref } from 'react';
import { Link } from 'react-router';
import type { LeaderboardInput } from '#schema/operations/generated/graphql.ts';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { OWN_PLACE, OWN_RANK_CHANGED, TIER_SCORES } from './board-operations.ts';
import classes from './own-place.module.css';
import { formatPercentile, nextMilestone, progressPercent } from './tiers.ts';

export type OwnPlaceHandle = { refresh: () => void };

type OwnPlaceProps = {
  ref: Ref<OwnPlaceHandle>;
  input: LeaderboardInput;
  isClosed: boolean;
  totalPlayers: number;
  onShow: (rank: number) => void;
  onPlayer: (playerId: string | undefined) => void;
};

/** Where the viewer stands on this board and what is next; stays in sight while the board scrolls. */
export function OwnPlace(props: OwnPlaceProps) {
  const { ref, input, isClosed, totalPlayers, onShow, onPlayer } = props;
  const viewer = useViewer();
  const { data, previousData, refetch } = useQuery(OWN_PLACE, {
    variables: { input },
    skip: !viewer,
    fetchPolicy: 'no-cache',
  });
  const player = (data ?? previousData)?.myPlayer;
  const playerId = player?.id;
  useImperativeHandle(ref, () => ({
    refresh: () => {
      if (viewer) void refetch().catch(() => undefined);
    },
  }));
  useEffect(() => onPlayer(playerId), [playerId, onPlayer]);
  useSubscription(OWN_RANK_CHANGED, {
    variables: { playerId: playerId ?? '', modeId: input.modeId },
    skip: isClosed || playerId === undefined,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: () => void refetch().catch(() => undefined),
  });

  return (
    <Panel p="sm" className={classes['bar'] ?? ''} aria-label="Your place">
      {!viewer && (
        <Text size="sm">
          <Anchor component={Link} to="/sign-in" state={{ from: '/games' }}>
            Sign in
          </Anchor>{' '}
          to see where you stand.
        </Text>
      )}
      {viewer && !data && !previousData && <Skeleton height={36} />}
      {viewer && (data ?? previousData) && !player && (
        <Text size="sm">
          You do not play yet.{' '}
          <Anchor component={Link} to="/games/mine">
            Choose a name to play under
          </Anchor>
          .
        </Text>
      )}
      {player && !player.rank && isClosed && (
        <Text size="sm">{player.username} was not on this board.</Text>
      )}
      {player && !player.rank && !isClosed && (
        <Text size="sm">
          {player.username} is not on this board yet.{' '}
          <Anchor component={Link} to="/games/mine">
            Hand in a game
          </Anchor>
          .
        </Text>
      )}
      {player?.rank && (
        <div className={classes['place']}>
          <Fact label="Rank" value={`#${player.rank.rank.toLocaleString('en')}`} />
          <Fact label="Score" value={player.rank.score.toLocaleString('en')} />
          <Fact label="Ahead of" value={formatPercentile(player.rank.percentile)} />
          {!isClosed && <NextTier input={input} place={player.rank} totalPlayers={totalPlayers} />}
          <Button variant="light" size="xs" onClick={() => player.rank && onShow(player.rank.rank)}>
            Show me
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={700} className={classes['value'] ?? ''}>
        {value}
      </Text>
    </div>
  );
}

type NextTierProps = {
  input: LeaderboardInput;
  place: { rank: number; score: number };
  totalPlayers: number;
};

function NextTier({ input, place: { rank, score }, totalPlayers }: NextTierProps) {
  const milestone = nextMilestone(rank, Math.max(rank, totalPlayers));
  const { data, previousData } = useQuery(TIER_SCORES, {
    variables: { input, goalRank: milestone?.goalRank ?? 1, fromRank: milestone?.fromRank ?? 1 },
    skip: !milestone,
    fetchPolicy: 'no-cache',
  });
  if (!milestone) return <Text fw={600}>You lead this board.</Text>;
  const tiers = (data ?? previousData)?.leaderboard;
  const goalScore = tiers?.goal[0]?.score;
  const label =
    milestone.goalRank === 1 ? 'First place' : `Top ${milestone.goalRank.toLocaleString('en')}`;
  const percent =
    goalScore === undefined ? 0 : progressPercent(score, tiers?.from[0]?.score ?? 0, goalScore);
  return (
    <div className={classes['next']}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" fw={600}>
          Next: {label}
        </Text>
        <Text size="xs" c="dimmed">
          {goalScore === undefined
            ? ''
            : `${Math.max(0, goalScore - score).toLocaleString('en')} points to go`}
        </Text>
      </Group>
      <Progress.Root size="md">
        <Progress.Section value={percent} aria-label={`Progress to ${label}`} />
      </Progress.Root>
    </div>
  );
}

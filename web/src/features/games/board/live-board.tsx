import { useApolloClient } from '@apollo/client/react';
import { IconTrophy } from '@tabler/icons-react';
import { Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { BoardEntryFragment, LeaderboardInput } from '#schema/operations/generated/graphql.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { formatDateTime } from '../../../shared/format/date.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { isWholeBoard } from './board-choice.ts';
import { PLAYER_PLACE } from './board-operations.ts';
import type { BoardView } from './board-pages.ts';
import { BoardTable, type BoardTableHandle } from './board-table.tsx';
import classes from './live-board.module.css';
import { LiveScores } from './live-scores.tsx';
import { OwnPlace, type OwnPlaceHandle } from './own-place.tsx';
import { PlayerSearch } from '../../../shared/games/player-search.tsx';
import { SeasonRewards } from './season-rewards.tsx';
import { useBoardPages } from './use-board-pages.ts';
import { useLiveBoard } from './use-live-board.ts';
import { useScoreFeed } from './use-score-feed.ts';

type LiveBoardProps = { label: string; input: LeaderboardInput };

/** One board with all that moves on it. `input` may not change while it is mounted. */
export function LiveBoard({ label, input: given }: LiveBoardProps) {
  const [input] = useState(given);
  const client = useApolloClient();
  const { pages, view } = useBoardPages(input);
  const table = useRef<BoardTableHandle>(null);
  const own = useRef<OwnPlaceHandle>(null);
  const feed = useScoreFeed();
  const [ownId, setOwnId] = useState<string>();
  const [foundId, setFoundId] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const { totalPlayers } = view;
  // A period that is named is one that is over.
  const isClosed = input.period != null || view.isClosed === true;

  useLiveBoard({
    input,
    isClosed,
    onTop: pages.putTop,
    onChange: () => {
      pages.refresh();
      own.current?.refresh();
    },
    onScore: feed.add,
  });

  async function showPlayer(player: { id: string; username: string }): Promise<void> {
    setTrouble(undefined);
    try {
      const { data } = await client.query({
        query: PLAYER_PLACE,
        variables: { id: player.id, input },
        fetchPolicy: 'no-cache',
      });
      const place = data?.player?.rank;
      setFoundId(player.id);
      if (place) table.current?.showRank(place.rank);
      else setTrouble(`${player.username} is not on this board.`);
    } catch (error) {
      setTrouble(describeProblem(error).detail);
    }
  }

  return (
    <Stack gap="sm">
      <OwnPlace
        ref={own}
        input={input}
        isClosed={isClosed}
        totalPlayers={totalPlayers ?? 0}
        onShow={(rank) => table.current?.showRank(rank)}
        onPlayer={setOwnId}
      />
      {trouble !== undefined && <RefusalAlert title="Not found here">{trouble}</RefusalAlert>}
      <div className={classes['columns']} data-closed={isClosed || undefined}>
        <section aria-label="Board">
          <Group gap="sm" mb="sm" align="flex-start" className={classes['tools'] ?? ''}>
            <PlayerSearch label="Find a player" onPick={(player) => void showPlayer(player)} />
            <RankJump most={totalPlayers ?? 0} onJump={(rank) => table.current?.showRank(rank)} />
            <Text size="sm" c="dimmed" role="status" className={classes['about'] ?? ''}>
              {describeBoard(view)}
            </Text>
          </Group>
          {totalPlayers === undefined && view.error !== undefined && (
            <ErrorState error={view.error} onRetry={pages.refresh} />
          )}
          {totalPlayers === undefined && view.error === undefined && (
            <Skeleton height={480} radius="lg" />
          )}
          {totalPlayers === 0 && (
            <EmptyState
              icon={IconTrophy}
              {...(isClosed
                ? { title: 'Nobody is on this board', text: 'No game counted in its time.' }
                : {
                    title: 'Nobody is on this board yet',
                    text: 'The first game that counts shows here by itself.',
                  })}
            />
          )}
          {totalPlayers !== undefined && totalPlayers > 0 && (
            <>
              {view.error !== undefined && (
                <Text role="alert" c="red" size="sm">
                  A part of the board could not be loaded. It is tried again with the next change.
                </Text>
              )}
              <BoardTable
                ref={table}
                label={label}
                view={view}
                onShow={pages.show}
                ownId={ownId}
                foundId={foundId}
              />
            </>
          )}
        </section>
        {!isClosed && (
          <div className={classes['side']}>
            <LiveScores feed={feed.feed} isPaused={feed.isPaused} onPause={feed.pause} />
            {input.window === 'SEASONAL' && isWholeBoard(input) && <SeasonRewards />}
          </div>
        )}
      </div>
    </Stack>
  );
}

function describeBoard({ totalPlayers, endsAt, isClosed }: BoardView<BoardEntryFragment>): string {
  if (totalPlayers === undefined) return 'Loading…';
  const players = `${totalPlayers.toLocaleString('en')} players`;
  if (!endsAt) return players;
  return `${players}, ${isClosed ? 'final, ended' : 'until'} ${formatDateTime(endsAt)}`;
}

function RankJump({ most, onJump }: { most: number; onJump: (rank: number) => void }) {
  const [rank, setRank] = useState<number | string>('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof rank === 'number' && most > 0) onJump(Math.min(rank, most));
      }}
    >
      <NumberInput
        aria-label="Go to rank"
        placeholder="Go to rank"
        w={140}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        thousandSeparator=","
        value={rank}
        onChange={setRank}
      />
    </form>
  );
}

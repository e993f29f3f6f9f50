import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { GAME_MODES } from '../../../shared/games/game-operations.ts';
import { useLive } from '../../../shared/live/live-context.tsx';
import { LiveMark } from '../../../shared/live/live-mark.tsx';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { BoardFilters } from './board-filters.tsx';
import { BOARD_EVENTS } from './board-operations.ts';
import { EventHeading } from './event-heading.tsx';
import { LiveBoard } from './live-board.tsx';
import { readChoice, toBoardInput, writeChoice } from './board-choice.ts';
import { RunningEvents } from './running-events.tsx';

/** Events begin, end and gather players: read anew this often. */
const EVENTS_EVERY_MS = 15_000;

export function LeaderboardsPage() {
  const [parameters, setParameters] = useSearchParams();
  const choice = readChoice(parameters, new Date());
  const isSignedIn = useViewer() !== undefined;
  const { phase } = useLive();
  const { data, error, refetch } = useQuery(GAME_MODES);
  const modes = data?.gameModes;
  const mode = modes?.find(({ id }) => id === choice.modeId) ?? modes?.[0];
  // Without an answer there are the boards of all windows still.
  const events =
    useQuery(BOARD_EVENTS, {
      variables: { modeId: mode?.id ?? '' },
      skip: !mode,
      pollInterval: EVENTS_EVERY_MS,
      skipPollAttempt: () => document.hidden,
    }).data?.gameEvents ?? [];
  const event = events.find(({ id }) => id === choice.eventId);

  return (
    <>
      <PageHeading title="Leaderboards">
        <Group gap="sm">
          <LiveMark isLive={phase === 'live'} />
          <Button component={Link} to="/games/mine" variant="default">
            My games
          </Button>
        </Group>
      </PageHeading>
      {!modes && error && <ErrorState error={error} onRetry={refetch} />}
      {!modes && !error && <Skeleton height={480} radius="lg" />}
      {modes && mode && (
        <>
          {choice.eventId === undefined && <RunningEvents events={events} modeId={mode.id} />}
          <BoardFilters
            choice={choice}
            modes={modes}
            modeId={mode.id}
            events={events}
            isSignedIn={isSignedIn}
            onChange={(change) =>
              setParameters(writeChoice({ ...choice, ...change }), {
                replace: true,
                preventScrollReset: true,
              })
            }
          />
          {event && <EventHeading event={event} />}
          <LiveBoard
            // Another board begins at its top.
            key={`${mode.id}?${writeChoice(choice).toString()}`}
            label={`Leaderboard of ${mode.name}`}
            input={toBoardInput(choice, mode.id, isSignedIn)}
          />
        </>
      )}
    </>
  );
}

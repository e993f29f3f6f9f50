import { useQuery } from '@apollo/client/react';
import { Alert, Button, NumberInput, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { GAME_MODES } from '../../../shared/games/game-operations.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { AimGame } from './aim-game.tsx';
import { describeEffect, durationBounds, matchOf } from './finished-game.ts';
import { useSubmission } from './use-submission.ts';

/** Plays a short game that stands for a match, and hands in what it brought; or what was played elsewhere. */
export function PlayPanel({ onCounted }: { onCounted: () => void }) {
  const modes = useQuery(GAME_MODES).data?.gameModes ?? [];
  const [modeId, setModeId] = useState<string>();
  const [score, setScore] = useState<number | string>('');
  const [seconds, setSeconds] = useState<number | string>('');
  const submission = useSubmission(onCounted);
  const mode = modes.find(({ id }) => id === modeId) ?? modes[0];
  if (!mode) return null;
  const { least, most } = durationBounds(mode);

  async function handIn(): Promise<void> {
    if (!mode || typeof score !== 'number' || typeof seconds !== 'number') return;
    if (await submission.handIn(mode.id, { score, durationSeconds: seconds })) setScore('');
  }

  return (
    <Panel aria-label="Play">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void handIn();
        }}
      >
        <Stack>
          <Title order={2} size="h4">
            Play a game
          </Title>
          <Select
            label="Mode"
            allowDeselect={false}
            data={modes.map(({ id, name }) => ({ value: id, label: name }))}
            value={mode.id}
            onChange={(id) => setModeId(id ?? undefined)}
          />
          <AimGame
            onEnd={(hitShare) => {
              const match = matchOf(mode, hitShare);
              setScore(match.score);
              setSeconds(match.durationSeconds);
            }}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label="Score"
              description={`0 to ${mode.maxScorePerGame.toLocaleString('en')}`}
              required
              allowDecimal={false}
              min={0}
              thousandSeparator=","
              value={score}
              onChange={setScore}
            />
            <NumberInput
              label="Duration in seconds"
              description={`${least.toLocaleString('en')} to ${most.toLocaleString('en')}`}
              required
              allowDecimal={false}
              min={0}
              thousandSeparator=","
              value={seconds}
              onChange={setSeconds}
            />
          </SimpleGrid>
          {submission.refusal !== undefined && (
            <RefusalAlert title="Not accepted">{submission.refusal}</RefusalAlert>
          )}
          <ProblemAlert error={submission.error} />
          <Button
            type="submit"
            loading={submission.isBusy}
            disabled={score === '' || seconds === ''}
          >
            Hand in
          </Button>
          <div role="status">{submission.game && <Outcome game={submission.game} />}</div>
        </Stack>
      </form>
    </Panel>
  );
}

type OutcomeProps = { game: NonNullable<ReturnType<typeof useSubmission>['game']> };

function Outcome({ game: { status, score, mode, effect } }: OutcomeProps) {
  const points = `${score.toLocaleString('en')} points in ${mode.name}`;
  if (status === 'ACCEPTED') {
    return (
      <Alert color="gray" title="Accepted">
        {points}: they count in a moment.
      </Alert>
    );
  }
  return (
    <Alert title="It counts">
      <Text size="sm">{points}.</Text>
      {effect && (
        <Text size="lg" fw={700}>
          {describeEffect(effect)}
        </Text>
      )}
      {effect?.isPersonalBest === true && <Text size="sm">Your best game in this mode.</Text>}
    </Alert>
  );
}

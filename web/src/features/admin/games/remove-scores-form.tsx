import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { PlayerSearch } from '../../../shared/games/player-search.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { REMOVE_SCORES } from './game-admin-operations.ts';

const MAX_REASON = 500;

export function RemoveScoresForm({ onDone }: { onDone: () => void }) {
  const [player, setPlayer] = useState<{ id: string; username: string }>();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [remove, { loading, error }] = useMutation(REMOVE_SCORES, { errorPolicy: 'all' });

  async function submit(): Promise<void> {
    if (!player) return;
    setRefusal(undefined);
    const input = { playerId: player.id, reason: reason.trim() };
    const outcome = (await remove({ variables: { input } })).data?.removeScores;
    if (outcome?.__typename === 'NoScoresToAdjust') return setRefusal(outcome.message);
    if (!outcome) return;
    setPlayer(undefined);
    setReason('');
    onDone();
  }

  return (
    <Panel aria-label="Remove scores">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <Title order={2} size="h5">
            Remove a cheater's scores
          </Title>
          <Group align="flex-start">
            <PlayerSearch label="Player whose scores go" onPick={setPlayer} />
            <TextInput
              aria-label="Reason"
              placeholder="Reason"
              maxLength={MAX_REASON}
              style={{ flex: 1 }}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              type="submit"
              color="red"
              loading={loading}
              disabled={!player || reason.trim() === ''}
            >
              Remove
            </Button>
          </Group>
          {player && (
            <Text size="sm">
              All games of <strong>{player.username}</strong> go off every board.
            </Text>
          )}
          {refusal !== undefined && <RefusalAlert title="Nothing removed">{refusal}</RefusalAlert>}
          <ProblemAlert error={error} />
        </Stack>
      </form>
    </Panel>
  );
}

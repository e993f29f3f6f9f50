import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AdminCheatFlagFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { useFlagReview } from './use-flag-review.ts';

const MAX_NOTE = 500;

type DecisionBarProps = {
  flags: readonly AdminCheatFlagFragment[];
  onDone: () => void;
};

/** One decision about all flags that are chosen. */
export function DecisionBar({ flags, onDone }: DecisionBarProps) {
  const [note, setNote] = useState('');
  const [removesScores, setRemovesScores] = useState(true);
  const { decide, isDeciding, error } = useFlagReview();
  const isNothing = flags.length === 0;

  async function submit(verdict: 'CLEARED' | 'CONFIRMED'): Promise<void> {
    const isRemoving = verdict === 'CONFIRMED' && removesScores;
    if (await decide({ flags, verdict, note, removesScores: isRemoving })) {
      setNote('');
      onDone();
    }
  }

  return (
    <Panel p="sm" mb="sm" aria-label="Decision">
      <Group gap="sm">
        <Text size="sm" miw={80} role="status">
          {flags.length} chosen
        </Text>
        <TextInput
          aria-label="Note"
          placeholder="Note, for those who look later"
          maxLength={MAX_NOTE}
          style={{ flex: '1 1 14rem' }}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={isNothing || isDeciding}
          onClick={() => void submit('CLEARED')}
        >
          Clear
        </Button>
        <Button
          color="red"
          disabled={isNothing || isDeciding}
          onClick={() => void submit('CONFIRMED')}
        >
          Confirm
        </Button>
        <Checkbox
          label="and take the games off the boards"
          checked={removesScores}
          onChange={(event) => setRemovesScores(event.currentTarget.checked)}
        />
      </Group>
      <ProblemAlert error={error} />
    </Panel>
  );
}

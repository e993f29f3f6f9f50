import { useMutation, useQuery } from '@apollo/client/react';
import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { GAME_MODES } from '../../../shared/games/game-operations.ts';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { EMPTY_EVENT, toEventInput, validateEvent } from './event-fields.ts';
import { SCHEDULE_GAME_EVENT } from './game-admin-operations.ts';

export function ScheduleEventForm({ onDone }: { onDone: () => void }) {
  const modes = useQuery(GAME_MODES).data?.gameModes ?? [];
  const [schedule, { loading, error }] = useMutation(SCHEDULE_GAME_EVENT, { errorPolicy: 'all' });
  const form = useForm({ initialValues: EMPTY_EVENT, validate: validateEvent });

  async function submit(values: typeof form.values): Promise<void> {
    const { data } = await schedule({ variables: { input: toEventInput(values, new Date()) } });
    if (data) onDone();
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <Select
          label="Mode"
          required
          data={modes.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('modeId')}
        />
        <TextInput
          type="datetime-local"
          label="Starts"
          description="Empty is in half a minute"
          {...form.getInputProps('startsAt')}
        />
        <NumberInput label="Lasts, in hours" required min={0} {...form.getInputProps('hours')} />
        <NumberInput
          label="Points are multiplied by"
          required
          allowDecimal={false}
          min={1}
          max={10}
          {...form.getInputProps('multiplier')}
        />
        <ProblemAlert error={error} />
        <Button type="submit" loading={loading}>
          Schedule
        </Button>
      </Stack>
    </form>
  );
}

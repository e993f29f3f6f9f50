import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import type { DeadLetter } from './parts.ts';

type DiscardFormProps = {
  letter: DeadLetter;
  isBusy: boolean;
  error: Error | undefined;
  onDiscard: (reason: string) => void;
};

const MAX_REASON = 500;

export function DiscardForm({ letter, isBusy, error, onDiscard }: DiscardFormProps) {
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: (value) =>
        value.trim() !== '' && value.trim().length <= MAX_REASON
          ? null
          : `Say why, in 1 to ${MAX_REASON} characters`,
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ reason }) => onDiscard(reason.trim()))}>
      <Stack>
        <Text size="sm">
          What {letter.type} should have done is not done, and never will be. The reason is kept.
        </Text>
        <TextInput label="Reason" required data-autofocus {...form.getInputProps('reason')} />
        <ProblemAlert error={error} />
        <Button type="submit" color="red" loading={isBusy}>
          Discard
        </Button>
      </Stack>
    </form>
  );
}

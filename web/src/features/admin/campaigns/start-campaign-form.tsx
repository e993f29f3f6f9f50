import { useMutation } from '@apollo/client/react';
import { Button, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { EMPTY_CAMPAIGN, toCampaignInput, validateCampaign } from './campaign-fields.ts';
import { START_CAMPAIGN } from './campaign-operations.ts';

export function StartCampaignForm({ onDone }: { onDone: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [start, { loading, error }] = useMutation(START_CAMPAIGN, { errorPolicy: 'all' });
  const form = useForm({ initialValues: EMPTY_CAMPAIGN, validate: validateCampaign });

  async function submit(values: typeof form.values): Promise<void> {
    const { data } = await start({ variables: { input: toCampaignInput(values, key) } });
    if (data) onDone();
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <TextInput label="Subject" required data-autofocus {...form.getInputProps('subject')} />
        <Textarea
          label="Message"
          description="Plain text"
          required
          autosize
          minRows={4}
          {...form.getInputProps('body')}
        />
        <TextInput
          label="Language"
          description="Empty is everybody"
          placeholder="en"
          {...form.getInputProps('language')}
        />
        <TextInput
          type="datetime-local"
          label="Registered from"
          {...form.getInputProps('registeredFrom')}
        />
        <TextInput
          type="datetime-local"
          label="Registered before"
          {...form.getInputProps('registeredBefore')}
        />
        <NumberInput
          label="At most, people"
          description="Empty is as many as a campaign may reach"
          allowDecimal={false}
          min={1}
          {...form.getInputProps('maxRecipients')}
        />
        <ProblemAlert error={error} />
        <Button type="submit" loading={loading}>
          Start
        </Button>
      </Stack>
    </form>
  );
}

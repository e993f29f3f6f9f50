import { useMutation } from '@apollo/client/react';
import { Button, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Region } from '#schema/operations/generated/graphql.ts';
import { REGION_OPTIONS } from '../../../shared/games/game-labels.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { CREATE_PLAYER } from './mine-operations.ts';

const USERNAME = /^[A-Za-z0-9_-]{3,20}$/;

export function CreatePlayerForm({ onCreated }: { onCreated: () => void }) {
  const [create, { loading, error }] = useMutation(CREATE_PLAYER, { errorPolicy: 'all' });
  const form = useForm({
    initialValues: { username: '', region: 'EUROPE' },
    validate: {
      username: (name) => (USERNAME.test(name.trim()) ? null : '3 to 20 letters, digits, _ or -'),
    },
  });

  async function submit({ username, region }: typeof form.values): Promise<void> {
    const input = { username: username.trim(), region: region as Region };
    const outcome = (await create({ variables: { input } })).data?.createPlayer;
    if (outcome?.__typename === 'UsernameTaken') form.setFieldError('username', outcome.message);
    else if (outcome) onCreated();
  }

  return (
    <Panel maw={480} aria-label="New player">
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <Title order={2} size="h4">
            Choose a name to play under
          </Title>
          <Text size="sm" c="dimmed">
            It shows on the leaderboards, and stays yours.
          </Text>
          <TextInput
            label="Player name"
            required
            autoComplete="off"
            maxLength={20}
            {...form.getInputProps('username')}
          />
          <Select
            label="Region"
            required
            allowDeselect={false}
            data={REGION_OPTIONS}
            {...form.getInputProps('region')}
          />
          <ProblemAlert error={error} />
          <Button type="submit" loading={loading}>
            Start playing
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

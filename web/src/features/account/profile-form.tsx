import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { ProfileFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { UPDATE_PROFILE } from './account-operations.ts';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
];

export function ProfileForm({ profile }: { profile: ProfileFieldsFragment }) {
  const { name, phone, preferences } = profile;
  const language = preferences?.language ?? 'en';
  const [updateProfile, { loading, error }] = useMutation(UPDATE_PROFILE, { errorPolicy: 'all' });
  const form = useForm({
    initialValues: {
      name,
      phone: phone ?? '',
      language,
      orderChannels: [...(preferences?.orderChannels ?? ['EMAIL'])],
      marketingChannels: [...(preferences?.marketingChannels ?? [])],
    },
    validate: {
      name: (value) => (value.trim() ? null : 'Enter your name'),
      phone: (value) =>
        value.trim() === '' || /^\+[1-9]\d{6,14}$/.test(value.replaceAll(' ', ''))
          ? null
          : 'With the country code, such as +4915112345678',
    },
    validateInputOnBlur: true,
  });
  const known = LANGUAGES.some(({ value }) => value === language);

  async function save(values: typeof form.values): Promise<void> {
    const input = {
      ...values,
      name: values.name.trim(),
      phone: values.phone.replaceAll(' ', '') || null,
    };
    const result = await updateProfile({ variables: { input } });
    if (result.error) return;
    form.resetDirty(values);
    notifications.show({ message: 'Your profile is saved' });
  }

  return (
    <Panel>
      <Title order={2} size="h4" mb="md">
        Profile
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack>
          <TextInput label="Name" required autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label="Phone"
            type="tel"
            autoComplete="tel"
            placeholder="+4915112345678"
            {...form.getInputProps('phone')}
          />
          <Select
            label="Language"
            allowDeselect={false}
            data={known ? LANGUAGES : [...LANGUAGES, { value: language, label: language }]}
            {...form.getInputProps('language')}
          />
          <Checkbox.Group
            label="News about my orders"
            description="They are also on the page of notifications. Text messages need a phone number."
            {...form.getInputProps('orderChannels')}
          >
            <Ways />
          </Checkbox.Group>
          <Checkbox.Group label="Offers" {...form.getInputProps('marketingChannels')}>
            <Ways />
          </Checkbox.Group>
          <ProblemAlert error={error} />
          <Button type="submit" loading={loading} disabled={!form.isDirty()}>
            Save
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

function Ways() {
  return (
    <Group mt="xs">
      <Checkbox value="EMAIL" label="Mail" />
      <Checkbox value="SMS" label="Text message" />
      <Checkbox value="PUSH" label="My devices" />
    </Group>
  );
}

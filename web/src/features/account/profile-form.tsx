import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { ProfileFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { UPDATE_PROFILE } from './account-operations.ts';
import { ProfilePicture } from './profile-picture.tsx';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
];

export function ProfileForm({ profile }: { profile: ProfileFieldsFragment }) {
  const { name, username, phone, preferences } = profile;
  const language = preferences?.language ?? 'en';
  const [updateProfile, { loading, error }] = useMutation(UPDATE_PROFILE, { errorPolicy: 'all' });
  const form = useForm({
    initialValues: {
      name,
      username: username ?? '',
      phone: phone ?? '',
      language,
      orderChannels: [...(preferences?.orderChannels ?? ['EMAIL'])],
      marketingChannels: [...(preferences?.marketingChannels ?? [])],
    },
    validate: {
      name: (value) => (value.trim() ? null : 'Enter your name'),
      username: (value) =>
        value.trim() === '' || /^[a-z\d][a-z\d._]{1,28}[a-z\d]$/i.test(value.trim())
          ? null
          : '3 to 30 letters, digits, dots and underscores, with a letter or digit at both ends',
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
      username: values.username.trim() || null,
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
      <ProfilePicture profile={profile} />
      <form noValidate onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack>
          <TextInput label="Name" required autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label="User name"
            description="Nobody else has it: others find you by it"
            autoComplete="username"
            maxLength={30}
            {...form.getInputProps('username')}
          />
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

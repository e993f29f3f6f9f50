import { useMutation } from '@apollo/client/react';
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ProfileFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { PersonAvatar } from '../../shared/ui/person-avatar.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { REMOVE_AVATAR, SET_AVATAR } from './account-operations.ts';
import { shrinkPicture } from './shrink-picture.ts';

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif';

export function ProfilePicture({ profile }: { profile: ProfileFieldsFragment }) {
  const [setAvatar, setting] = useMutation(SET_AVATAR, { errorPolicy: 'all' });
  const [removeAvatar, removing] = useMutation(REMOVE_AVATAR, { errorPolicy: 'all' });
  const [unreadable, setUnreadable] = useState<string>();

  async function choose(file: File | null): Promise<void> {
    if (!file) return;
    setUnreadable(undefined);
    const picture = await shrinkPicture(file).catch(() => undefined);
    if (picture === undefined) {
      return setUnreadable(`${file.name} cannot be opened: choose a JPEG, PNG, WebP or GIF`);
    }
    await setAvatar({ variables: { picture } });
  }

  return (
    <Stack gap="xs" mb="md">
      <Group>
        <PersonAvatar person={profile} size={72} />
        <FileButton accept={ACCEPTED} onChange={(file) => void choose(file)}>
          {(button) => (
            <Button {...button} variant="light" loading={setting.loading}>
              {profile.avatarUrl ? 'Another picture' : 'Add a picture'}
            </Button>
          )}
        </FileButton>
        {profile.avatarUrl && (
          <Button
            variant="subtle"
            color="gray"
            loading={removing.loading}
            onClick={() => void removeAvatar()}
          >
            Remove
          </Button>
        )}
      </Group>
      <ProblemAlert error={setting.error ?? removing.error} />
      {unreadable !== undefined && (
        <Text role="alert" size="sm" c="red">
          {unreadable}
        </Text>
      )}
    </Stack>
  );
}

import { useMutation, useQuery } from '@apollo/client/react';
import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { PersonAvatar } from '../../../shared/ui/person-avatar.tsx';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';

import { CONTACTS, FIND_PEOPLE, START_CONVERSATION } from '../chat-operations.ts';
import { useTalk } from '../talk/talk-context.tsx';
import classes from './start-conversation.module.css';

/** Somebody who types is not interrupted: people are looked up this long after the last key. */
const TYPING_MS = 300;
const MIN_SEARCHED = 2;

export function StartConversation({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="New conversation">
      <PeopleSearch onStarted={onClose} />
    </Modal>
  );
}

function PeopleSearch({ onStarted }: { onStarted: () => void }) {
  const viewer = useViewer();
  const talk = useTalk();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isSearching = text.length >= MIN_SEARCHED;
  const found = useQuery(FIND_PEOPLE, { variables: { text }, skip: !isSearching });
  const contacts = useQuery(CONTACTS);
  const [start, starting] = useMutation(START_CONVERSATION);
  const [refusal, setRefusal] = useState<string>();

  const listed = isSearching
    ? (found.data ?? found.previousData)?.findUsers
    : contacts.data?.contacts;
  const people = listed?.filter(({ id }) => id !== viewer?.id) ?? [];
  const isNobody = isSearching && text === typed.trim() && !found.loading && people.length === 0;

  async function choose(userId: string): Promise<void> {
    setRefusal(undefined);
    const { data } = await start({ variables: { userId } }).catch(() => ({ data: undefined }));
    const result = data?.startConversation;
    if (!result) return;
    if (!('id' in result)) return setRefusal(result.message);
    talk.put(result);
    onStarted();
    await navigate(`/chat/${result.id}`);
  }

  return (
    <Stack>
      <TextInput
        label="With whom"
        description="An e-mail address, a user name, or the beginning of a name"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={254}
        data-autofocus
      />
      <ProblemAlert error={starting.error ?? found.error} />
      {refusal !== undefined && <RefusalAlert title="Not possible">{refusal}</RefusalAlert>}
      {!isSearching && people.length > 0 && (
        <Text size="sm" c="dimmed">
          Your contacts
        </Text>
      )}
      <Stack gap={2} aria-busy={found.loading}>
        {people.map((person) => (
          <UnstyledButton
            key={person.id}
            className={classes['person'] ?? ''}
            disabled={starting.loading}
            onClick={() => void choose(person.id)}
          >
            <PersonAvatar person={person} size={34} />
            <span>
              {person.name}
              {person.username && (
                <Text size="xs" c="dimmed">
                  @{person.username}
                </Text>
              )}
            </span>
          </UnstyledButton>
        ))}
      </Stack>
      <Text size="sm" c="dimmed" role="status">
        {isNobody && !found.error ? 'Nobody of this name or address.' : ''}
      </Text>
    </Stack>
  );
}

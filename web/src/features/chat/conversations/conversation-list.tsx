import { IconMessagePlus } from '@tabler/icons-react';
import { ActionIcon, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { useTalk, useTalkView } from '../talk/talk-context.tsx';
import classes from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { SearchBox } from './search-box.tsx';
import { NO_NARROWING, toFilter } from './search-filter.ts';
import { SearchResults } from './search-results.tsx';
import { StartConversation } from './start-conversation.tsx';

/** Conversations that are drawn at first, and added by each "Show more". */
const STEP = 100;

export function ConversationList({ openId }: { openId: string | undefined }) {
  const talk = useTalk();
  const { phase, error, conversations } = useTalkView();
  const [isStarting, { open, close }] = useDisclosure(false);
  const [shown, setShown] = useState(STEP);
  const [words, setWords] = useState('');
  const [narrowing, setNarrowing] = useState(NO_NARROWING);
  const filter = toFilter(words, narrowing);
  const isSearching = filter !== undefined;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" className={classes['head'] ?? ''}>
        <Title order={1} size="h4">
          Chat
        </Title>
        <ActionIcon variant="light" size="lg" aria-label="New conversation" onClick={open}>
          <IconMessagePlus size={20} aria-hidden />
        </ActionIcon>
      </Group>
      <SearchBox words={words} onWords={setWords} narrowing={narrowing} onNarrow={setNarrowing} />
      {isSearching && (
        <div className={classes['rows']}>
          <SearchResults filter={filter} />
        </div>
      )}
      <div className={classes['rows']} hidden={isSearching}>
        {phase === 'loading' && conversations.length === 0 && (
          <Stack p="sm" aria-busy>
            {[0, 1, 2, 3].map((row) => (
              <Skeleton key={row} height={56} radius="md" />
            ))}
          </Stack>
        )}
        {phase === 'failed' && <ErrorState error={error} onRetry={talk.load} />}
        {phase === 'ready' && conversations.length === 0 && (
          <Stack p="lg" align="center" ta="center">
            <Text c="dimmed">Nobody has written yet.</Text>
            <Button variant="light" onClick={open}>
              Write to somebody
            </Button>
          </Stack>
        )}
        <ul className={classes['list']}>
          {conversations.slice(0, shown).map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              isOpen={conversation.id === openId}
            />
          ))}
        </ul>
        {conversations.length > shown && (
          <Button fullWidth variant="subtle" onClick={() => setShown(shown + STEP)}>
            Show more
          </Button>
        )}
      </div>
      <StartConversation isOpen={isStarting} onClose={close} />
    </>
  );
}

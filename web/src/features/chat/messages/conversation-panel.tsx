import { IconArrowLeft, IconMessageOff } from '@tabler/icons-react';
import { ActionIcon, Button, Center, Group, Loader, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { formatRelative } from '../../../shared/format/date.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { PersonAvatar } from '../../../shared/ui/person-avatar.tsx';
import { useConversation, useIsTyping, useTalk, useTalkView } from '../talk/talk-context.tsx';
import type { Conversation, Message } from '../talk/talk-types.ts';
import { Composer } from './composer.tsx';
import classes from './conversation-panel.module.css';
import { ConversationMenu } from './conversation-menu.tsx';
import { MessageList } from './message-list.tsx';

/** The conversation of the address: from the list, or read by itself when it is not there. */
export function ConversationPanel({ id }: { id: string }) {
  const talk = useTalk();
  const { phase } = useTalkView();
  const conversation = useConversation(id);
  const [isMissing, setIsMissing] = useState(false);
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    if (phase !== 'ready' || conversation) return;
    talk.find(id).then(
      (isThere) => setIsMissing(!isThere),
      (failure: unknown) => setError(failure),
    );
  }, [talk, phase, conversation, id]);

  if (conversation) return <OpenConversation conversation={conversation} />;
  if (error !== undefined) return <ErrorState error={error} onRetry={() => location.reload()} />;
  if (isMissing) {
    return (
      <EmptyState
        icon={IconMessageOff}
        title="There is no such conversation"
        text="It may belong to somebody else."
        action={
          <Button component={Link} to="/chat" variant="light">
            To your conversations
          </Button>
        }
      />
    );
  }
  return (
    <Center h="100%">
      <Loader aria-label="Loading" />
    </Center>
  );
}

function OpenConversation({ conversation }: { conversation: Conversation }) {
  const talk = useTalk();
  const { id, other, isBlocked } = conversation;
  const isTyping = useIsTyping(id);
  const pages = useMemo(() => talk.pagesOf(id), [talk, id]);
  const [replyTo, setReplyTo] = useState<Message>();
  const [edited, setEdited] = useState<Message>();
  return (
    <>
      <Group wrap="nowrap" className={classes['head'] ?? ''}>
        <ActionIcon
          component={Link}
          to="/chat"
          variant="subtle"
          hiddenFrom="sm"
          aria-label="To all conversations"
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <PersonAvatar person={other} size={36} />
        <div className={classes['who']}>
          <Text component="h2" fw={700} truncate>
            {other.name}
          </Text>
          <Text size="xs" c="dimmed" role="status">
            {isTyping ? 'is writing…' : describePresence(other.presence)}
          </Text>
        </div>
        <ConversationMenu conversation={conversation} />
      </Group>
      <MessageList
        conversation={conversation}
        pages={pages}
        onReply={(message) => {
          setEdited(undefined);
          setReplyTo(message);
        }}
        onEdit={(message) => {
          setReplyTo(undefined);
          setEdited(message);
        }}
      />
      {isBlocked ? (
        <Text className={classes['blocked'] ?? ''} c="dimmed" ta="center">
          One of you has blocked the other: nothing can be sent.
        </Text>
      ) : (
        <Composer
          key={edited ? `edit-${edited.sequence}` : 'new'}
          conversationId={id}
          replyTo={replyTo}
          edited={edited}
          onDone={() => {
            setReplyTo(undefined);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

function describePresence(presence: Conversation['other']['presence']): string {
  if (presence?.isOnline) return 'Online';
  return presence?.lastSeenAt ? `Last here ${formatRelative(presence.lastSeenAt)}` : '';
}

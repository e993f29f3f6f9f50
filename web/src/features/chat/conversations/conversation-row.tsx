import { Badge, Indicator, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { PersonAvatar } from '../../../shared/ui/person-avatar.tsx';
import { formatMoment } from '../format-moment.ts';
import { useIsTyping } from '../talk/talk-context.tsx';
import type { Conversation } from '../talk/talk-types.ts';
import classes from './conversation-list.module.css';

type ConversationRowProps = { conversation: Conversation; isOpen: boolean };

export function ConversationRow({ conversation, isOpen }: ConversationRowProps) {
  const { id, other, lastActivityAt, unreadCount } = conversation;
  const isTyping = useIsTyping(id);
  return (
    <li>
      <Link
        to={`/chat/${id}`}
        className={classes['row']}
        aria-current={isOpen ? 'page' : undefined}
        data-conversation={id}
      >
        <Indicator
          color="teal"
          position="bottom-end"
          offset={5}
          size={11}
          withBorder
          disabled={other.presence?.isOnline !== true}
          label={<VisuallyHidden>online</VisuallyHidden>}
        >
          <PersonAvatar person={other} size={42} />
        </Indicator>
        <span className={classes['words']}>
          <span className={classes['line']}>
            <Text span fw={600} truncate>
              {other.name}
            </Text>
            <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {formatMoment(lastActivityAt)}
            </Text>
          </span>
          <span className={classes['line']}>
            <Text span size="sm" c="dimmed" truncate fw={unreadCount > 0 ? 600 : 400}>
              {isTyping ? 'is writing…' : previewOf(conversation)}
            </Text>
            {unreadCount > 0 && (
              <Badge size="md" circle={unreadCount < 10} aria-label={`${unreadCount} unread`}>
                {unreadCount > 99 ? '99+' : unreadCount}
              </Badge>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

function previewOf({ lastMessage, other }: Conversation): string {
  if (!lastMessage) return 'No messages yet';
  const who = lastMessage.sender.id === other.id ? '' : 'You: ';
  if (lastMessage.deletedAt) return `${who}Message deleted`;
  if (lastMessage.text) return who + lastMessage.text;
  return who + (lastMessage.type === 'VIDEO' ? 'Film' : 'Picture');
}

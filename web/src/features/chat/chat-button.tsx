import { useQuery, useSubscription } from '@apollo/client/react';
import { IconMessageCircle } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useMatch } from 'react-router';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { useGathered } from '../../shared/live/use-gathered.ts';
import { UnreadButton } from '../../shared/ui/unread-button.tsx';
import { UNREAD_MESSAGES } from './chat-operations.ts';
import { MESSAGE_ARRIVED } from './live-operations.ts';

/** The way to the conversations, with the number of unread messages, live. The page of them tells it by itself. */
export function ChatButton() {
  const isInChat = useMatch('/chat/:id?') !== null;
  const { data, refetch } = useQuery(UNREAD_MESSAGES);
  useCatchUp(useCallback(() => refetch(), [refetch]));
  useSubscription(MESSAGE_ARRIVED, {
    skip: isInChat,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: useGathered(() => void refetch()),
  });
  return (
    <UnreadButton to="/chat" name="Messages" unread={data?.unreadMessageCount ?? 0}>
      <IconMessageCircle size={20} aria-hidden />
    </UnreadButton>
  );
}

import { useQuery, useSubscription } from '@apollo/client/react';
import { IconMessageCircle } from '@tabler/icons-react';
import { ActionIcon, Indicator } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useMatch } from 'react-router';
import { useCatchUp } from '../../shared/live/live-context.tsx';
import { UNREAD_MESSAGES } from './chat-operations.ts';
import { MESSAGE_ARRIVED } from './live-operations.ts';

/** Several messages of one moment are counted with one request. */
const COUNT_AFTER_MS = 250;

/** The way to the conversations, with the number of unread messages, live. The page of them tells it by itself. */
export function ChatButton() {
  const isInChat = useMatch('/chat/:id?') !== null;
  const { data, refetch } = useQuery(UNREAD_MESSAGES);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useCatchUp(useCallback(() => refetch(), [refetch]));
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(MESSAGE_ARRIVED, {
    skip: isInChat,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void refetch();
      }, COUNT_AFTER_MS);
    },
  });
  const unread = data?.unreadMessageCount ?? 0;
  return (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      disabled={unread === 0}
      size={18}
      offset={6}
      color="red.8"
    >
      <ActionIcon
        component={Link}
        to="/chat"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Messages, ${unread} unread`}
      >
        <IconMessageCircle size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

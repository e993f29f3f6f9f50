import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { DELETE_MESSAGE, SET_REACTION } from '../chat-operations.ts';
import { useTalk } from '../talk/talk-context.tsx';
import type { Conversation, Message } from '../talk/talk-types.ts';
import { ReportForm } from './report-form.tsx';

export type MessageActions = {
  readonly viewerId: string;
  readonly reply: (message: Message) => void;
  readonly edit: (message: Message) => void;
  readonly react: (message: Message, emoji: string | null) => void;
  readonly remove: (message: Message) => void;
  readonly report: (message: Message) => void;
};

type Chosen = { onReply: (message: Message) => void; onEdit: (message: Message) => void };

/** What can be done with a message; the same object while the conversation is the same, so that rows need not be drawn again. */
export function useMessageActions({ id }: Conversation, chosen: Chosen): MessageActions {
  const talk = useTalk();
  const viewerId = useViewer()?.id ?? '';
  const [setReaction] = useMutation(SET_REACTION, { fetchPolicy: 'no-cache' });
  const [deleteMessage] = useMutation(DELETE_MESSAGE, { fetchPolicy: 'no-cache' });
  const { onReply, onEdit } = chosen;

  return useMemo(() => {
    const react = async (sequence: number, emoji: string | null) => {
      const { data } = await setReaction({
        variables: { input: { conversationId: id, sequence, emoji } },
      });
      if (data) talk.change(data.setReaction);
    };
    const remove = async (sequence: number) => {
      const { data } = await deleteMessage({ variables: { conversationId: id, sequence } });
      const result = data?.deleteMessage;
      if (result && 'sequence' in result) talk.change(result);
      else if (result) notifications.show({ color: 'red', message: result.message });
    };
    return {
      viewerId,
      reply: onReply,
      edit: onEdit,
      react: ({ sequence }, emoji) => void react(sequence, emoji).catch(tellProblem),
      remove: ({ sequence }) =>
        modals.openConfirmModal({
          title: 'Delete this message?',
          children: <Text>It is taken back for both of you.</Text>,
          labels: { confirm: 'Delete', cancel: 'Cancel' },
          confirmProps: { color: 'red' },
          onConfirm: () => void remove(sequence).catch(tellProblem),
        }),
      report: ({ sequence }) =>
        modals.open({
          title: 'Report this message',
          children: <ReportForm conversationId={id} sequence={sequence} />,
        }),
    };
    // The two that choose only set states: those of the first time do the same as those of any other.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [talk, id, viewerId, setReaction, deleteMessage]);
}

function tellProblem(error: unknown): void {
  const { title, detail } = describeProblem(error);
  notifications.show({ color: 'red', title, message: detail });
}

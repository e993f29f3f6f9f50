import { useMutation } from '@apollo/client/react';
import { IconAddressBook, IconBan, IconDots, IconLockOpen } from '@tabler/icons-react';
import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { ADD_CONTACT, BLOCK_USER, CONTACTS, UNBLOCK_USER } from '../chat-operations.ts';
import { useTalk } from '../talk/talk-context.tsx';
import type { Conversation } from '../talk/talk-types.ts';

export function ConversationMenu({ conversation }: { conversation: Conversation }) {
  const { id: conversationId, other, isBlocked } = conversation;
  const talk = useTalk();
  const variables = { userId: other.id };
  const [add] = useMutation(ADD_CONTACT, { variables, refetchQueries: [CONTACTS] });
  const [block] = useMutation(BLOCK_USER, { variables });
  const [unblock] = useMutation(UNBLOCK_USER, { variables });

  async function run(change: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await change();
      await talk.reload(conversationId);
      notifications.show({ message: done });
    } catch (error) {
      const { title, detail } = describeProblem(error);
      notifications.show({ color: 'red', title, message: detail });
    }
  }

  const askToBlock = () =>
    modals.openConfirmModal({
      title: `Block ${other.name}?`,
      children: <Text>Neither of you can send the other messages until you end it.</Text>,
      labels: { confirm: 'Block', cancel: 'Cancel' },
      confirmProps: { color: 'red' },
      onConfirm: () => void run(block, `${other.name} is blocked.`),
    });

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={`More about ${other.name}`}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAddressBook size={16} aria-hidden />}
          onClick={() => void run(add, `${other.name} is in your contacts.`)}
        >
          Add to contacts
        </Menu.Item>
        {isBlocked ? (
          <Menu.Item
            leftSection={<IconLockOpen size={16} aria-hidden />}
            onClick={() => void run(unblock, 'Your block has ended.')}
          >
            End my block
          </Menu.Item>
        ) : (
          <Menu.Item
            color="red"
            leftSection={<IconBan size={16} aria-hidden />}
            onClick={askToBlock}
          >
            Block
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

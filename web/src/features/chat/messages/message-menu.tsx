import {
  IconArrowBackUp,
  IconDotsVertical,
  IconFlag,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { ActionIcon, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Message } from '../talk/talk-types.ts';
import classes from './message-row.module.css';
import type { MessageActions } from './use-message-actions.tsx';

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

type MessageMenuProps = { message: Message; isOwn: boolean; actions: MessageActions };

/** The menu itself is made when it is opened: a row that scrolls past costs a button. */
export function MessageMenu(props: MessageMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const label = `More about message ${props.message.sequence}`;
  const className = classes['menu'] ?? '';
  if (!isOpen) {
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        onClick={() => setIsOpen(true)}
      >
        <IconDotsVertical size={16} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Menu opened onChange={setIsOpen} position="top" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className={className} aria-label={label}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <MenuChoices {...props} onClose={() => setIsOpen(false)} />
    </Menu>
  );
}

function MenuChoices({
  message,
  isOwn,
  actions,
  onClose,
}: MessageMenuProps & { onClose: () => void }) {
  return (
    <Menu.Dropdown>
      <Group gap={2} p={4} wrap="nowrap" role="group" aria-label="React">
        {EMOJI.map((emoji) => (
          <ActionIcon
            key={emoji}
            variant="subtle"
            aria-label={`React with ${emoji}`}
            onClick={() => {
              actions.react(message, emoji);
              onClose();
            }}
          >
            {emoji}
          </ActionIcon>
        ))}
      </Group>
      <Menu.Item
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => actions.reply(message)}
      >
        Reply
      </Menu.Item>
      {isOwn ? (
        <>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => actions.edit(message)}
          >
            Edit
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => actions.remove(message)}
          >
            Delete
          </Menu.Item>
        </>
      ) : (
        <Menu.Item
          color="red"
          leftSection={<IconFlag size={16} aria-hidden />}
          onClick={() => actions.report(message)}
        >
          Report
        </Menu.Item>
      )}
    </Menu.Dropdown>
  );
}

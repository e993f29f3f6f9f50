import { useMutation } from '@apollo/client/react';
import { IconPaperclip, IconPencil, IconSend, IconX } from '@tabler/icons-react';
import { ActionIcon, CloseButton, FileButton, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { EDIT_MESSAGE } from '../chat-operations.ts';
import { useTalk } from '../talk/talk-context.tsx';
import type { Message } from '../talk/talk-types.ts';
import classes from './composer.module.css';
import { ACCEPTED, useUpload } from './use-upload.ts';
import { useTellTyping } from './use-tell-typing.ts';

const MAX_CHARACTERS = 4_000;

type ComposerProps = {
  conversationId: string;
  replyTo: Message | undefined;
  /** The message whose text is changed; undefined for a new one. */
  edited: Message | undefined;
  onDone: () => void;
};

export function Composer({ conversationId, replyTo, edited, onDone }: ComposerProps) {
  const talk = useTalk();
  const [text, setText] = useState(edited?.text ?? '');
  const [refusal, setRefusal] = useState<string>();
  const [edit, editing] = useMutation(EDIT_MESSAGE, { fetchPolicy: 'no-cache' });
  const typing = useTellTyping(conversationId);
  const { upload, isUploading, problem } = useUpload();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (replyTo || edited) field.current?.focus();
  }, [replyTo, edited]);

  async function submit(): Promise<void> {
    const written = text.trim();
    setRefusal(undefined);
    if (written === '') return;
    if (edited) return saveEdit(edited, written);
    send(written, null);
  }

  async function sendFile(file: File | null): Promise<void> {
    const mediaId = file ? await upload(file) : undefined;
    if (mediaId !== undefined) send(text.trim() || null, mediaId);
  }

  function send(written: string | null, mediaId: string | null): void {
    const isTaken = talk.outbox.send({
      conversationId,
      text: written,
      mediaId,
      replyToSequence: replyTo?.sequence ?? null,
    });
    if (!isTaken)
      return setRefusal('Too many messages wait to be sent. Send or discard them first.');
    typing.stop();
    setText('');
    onDone();
  }

  async function saveEdit({ sequence }: Message, written: string): Promise<void> {
    const input = { conversationId, sequence, text: written };
    const { data } = await edit({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.editMessage;
    if (!result) return;
    if (!('sequence' in result)) return setRefusal(result.message);
    talk.change(result);
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && (edited || replyTo)) onDone();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <div className={classes['composer']}>
      <ProblemAlert error={editing.error} />
      {refusal !== undefined && <RefusalAlert title="Not sent">{refusal}</RefusalAlert>}
      {problem !== undefined && <RefusalAlert title="Not sent">{problem}</RefusalAlert>}
      {(replyTo ?? edited) && (
        <Group wrap="nowrap" gap="xs" className={classes['about'] ?? ''}>
          {edited && <IconPencil size={16} aria-hidden />}
          <Text size="sm" truncate flex={1}>
            {edited
              ? 'Editing your message'
              : `Reply to ${replyTo?.sender.name}: ${replyTo?.text ?? ''}`}
          </Text>
          <CloseButton
            size="sm"
            aria-label={edited ? 'Stop editing' : 'Do not reply'}
            icon={<IconX size={16} aria-hidden />}
            onClick={onDone}
          />
        </Group>
      )}
      <Group wrap="nowrap" align="flex-end" gap="xs">
        {!edited && (
          <FileButton onChange={(file) => void sendFile(file)} accept={ACCEPTED}>
            {(open) => (
              <ActionIcon
                {...open}
                size={36}
                variant="subtle"
                loading={isUploading}
                aria-label="Send a picture or film"
              >
                <IconPaperclip size={20} aria-hidden />
              </ActionIcon>
            )}
          </FileButton>
        )}
        <Textarea
          ref={field}
          flex={1}
          aria-label="Message"
          placeholder="Write a message"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={MAX_CHARACTERS}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (!edited) typing.tell();
          }}
          onKeyDown={onKeyDown}
        />
        <ActionIcon
          size={36}
          aria-label={edited ? 'Save' : 'Send'}
          disabled={text.trim() === ''}
          loading={editing.loading}
          onClick={() => void submit()}
        >
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Button, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages, useTalk, useWaiting } from '../talk/talk-context.tsx';
import type { MessagePages } from '../talk/message-pages.ts';
import type { Conversation, Message } from '../talk/talk-types.ts';
import classes from './message-list.module.css';
import { MessageRow } from './message-row.tsx';
import { useMessageActions } from './use-message-actions.tsx';
import { useReading } from './use-reading.ts';
import { WaitingRow } from './waiting-row.tsx';

/** Of a message that is not here, as `.placeholder` is: one of another height would move what is read when the message comes. */
const ESTIMATED_PX = 44;
/** Rows that are drawn above and below the screen. */
const OVERSCAN = 8;
/** So near to its end counts as being there. */
const END_PX = 80;
/** How long the message that was jumped to is marked. */
const MARK_MS = 2_000;

type MessageListProps = {
  conversation: Conversation;
  pages: MessagePages;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
};

/** Each message has its row from the beginning, by its sequence; those on the screen are drawn, and read when they are. */
export function MessageList({ conversation, pages, onReply, onEdit }: MessageListProps) {
  const { id, lastSequence, ownReceipt, otherReceipt, other, unreadCount } = conversation;
  const talk = useTalk();
  const view = useMessages(pages);
  const waiting = useWaiting(id);
  const scroller = useRef<HTMLDivElement>(null);
  const [params] = useSearchParams();
  const askedFor = Number(params.get('at') ?? 0);
  // Where the viewer had read up to when the conversation was opened: the line of new messages stays where it is.
  const [newFrom] = useState(unreadCount > 0 ? ownReceipt.readSequence + 1 : undefined);
  const [marked, setMarked] = useState<number>();
  const actions = useMessageActions(conversation, { onReply, onEdit });

  // The very newest may be stored already while it is still on its way to the list.
  const ahead = useMemo(
    () => waiting.filter(({ clientId }) => view.at(lastSequence)?.clientId !== clientId),
    [waiting, view, lastSequence],
  );
  const virtualizer = useVirtualizer({
    count: lastSequence + ahead.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => ahead[index - lastSequence]?.clientId ?? index + 1,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    // What is measured is put in its place before it is painted, without waiting for React: neither a jump nor a late frame.
    directDomUpdates: true,
    useFlushSync: false,
  });
  const rows = virtualizer.getVirtualItems();
  const first = (virtualizer.range?.startIndex ?? 0) + 1;
  const last = Math.min(lastSequence, (virtualizer.range?.endIndex ?? -1) + 1);
  const isAtEnd = virtualizer.isAtEnd(END_PX);

  useEffect(() => {
    pages.setLast(lastSequence);
    if (last > 0) pages.show(Math.min(first, last), last);
  }, [pages, first, last, lastSequence]);

  function jumpTo(sequence: number): void {
    virtualizer.scrollToIndex(sequence - 1, { align: 'center' });
    setMarked(sequence);
  }

  useEffect(() => {
    if (marked === undefined) return undefined;
    const timer = setTimeout(() => setMarked(undefined), MARK_MS);
    return () => clearTimeout(timer);
  }, [marked]);

  const hasOpened = useRef(false);
  const opened = useRef(0);
  useEffect(() => {
    if (hasOpened.current && opened.current === askedFor) return;
    const isFirst = !hasOpened.current;
    hasOpened.current = true;
    opened.current = askedFor;
    if (askedFor >= 1 && askedFor <= lastSequence) jumpTo(askedFor);
    else if (isFirst && newFrom !== undefined && newFrom <= lastSequence) {
      virtualizer.scrollToIndex(newFrom - 1, { align: 'center' });
    } else if (isFirst) virtualizer.scrollToEnd();
  });

  // One's own message is looked at where it will stand.
  const waitingCount = waiting.length;
  const before = useRef(waitingCount);
  useEffect(() => {
    if (waitingCount > before.current) virtualizer.scrollToEnd();
    before.current = waitingCount;
  }, [waitingCount, virtualizer]);

  useReading(talk, id, last);
  const hasNewAbove = newFrom !== undefined && first > newFrom;

  return (
    <div className={classes['area']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="log"
        aria-label={`Messages with ${other.name}`}
        tabIndex={0}
      >
        {lastSequence === 0 && ahead.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            Write the first message to {other.name}.
          </Text>
        )}
        <div ref={virtualizer.containerRef} className={classes['all']}>
          {rows.map(({ index, key }) => {
            const message = index < lastSequence ? view.at(index + 1) : undefined;
            const entry = ahead[index - lastSequence];
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes['slot']}
              >
                {message && (
                  <MessageRow
                    message={message}
                    before={view.at(index)}
                    isOwn={message.sender.id !== other.id}
                    isMarked={marked === message.sequence}
                    isFirstNew={newFrom === message.sequence}
                    otherReceipt={otherReceipt}
                    actions={actions}
                    onJump={jumpTo}
                  />
                )}
                {entry && <WaitingRow entry={entry} outbox={talk.outbox} />}
                {!message && !entry && (
                  <div
                    className={classes['placeholder']}
                    data-side={index % 3 === 0 || undefined}
                    aria-hidden
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {view.error !== undefined && (
        <Button
          className={classes['problem'] ?? ''}
          color="red"
          size="xs"
          onClick={() => pages.refresh()}
        >
          Messages could not be loaded. Try again
        </Button>
      )}
      {hasNewAbove && (
        <Button
          className={classes['up'] ?? ''}
          size="xs"
          radius="xl"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={() => jumpTo(newFrom ?? 1)}
        >
          First unread
        </Button>
      )}
      {!isAtEnd && lastSequence > 0 && (
        <Button
          className={classes['down'] ?? ''}
          size="xs"
          radius="xl"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => virtualizer.scrollToEnd()}
        >
          {unreadCount > 0 ? `Newest, ${unreadCount} new` : 'Newest'}
        </Button>
      )}
    </div>
  );
}

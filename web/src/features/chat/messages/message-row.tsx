import { IconCheck, IconChecks } from '@tabler/icons-react';
import { memo } from 'react';
import { dayOf, formatClock, nameOfDay } from '../format-moment.ts';
import type { Message, Watermarks } from '../talk/talk-types.ts';
import { MediaView } from './media-view.tsx';
import { MessageMenu } from './message-menu.tsx';
import classes from './message-row.module.css';
import { lookOfRow, tickOf, type Tick } from './row-look.ts';
import type { MessageActions } from './use-message-actions.tsx';

type MessageRowProps = {
  message: Message;
  /** Undefined for the first one, and while it is not here. */
  before: Message | undefined;
  isOwn: boolean;
  isMarked: boolean;
  isFirstNew: boolean;
  otherReceipt: Watermarks;
  actions: MessageActions;
  onJump: (sequence: number) => void;
};

const TICKS: Record<Tick, string> = { SENT: 'Sent', DELIVERED: 'Delivered', READ: 'Read' };

function MessageRowParts(props: MessageRowProps) {
  const { message, before, isOwn, isMarked, isFirstNew, otherReceipt, actions, onJump } = props;
  const { sequence, text, replyTo, reactions, sender, createdAt, editedAt, deletedAt } = message;
  const { startsDay, startsGroup } = lookOfRow(before, message, dayOf);
  const tick = tickOf(sequence, otherReceipt);
  return (
    <>
      {startsDay && (
        <div className={classes['day']} role="separator">
          <span>{nameOfDay(createdAt)}</span>
        </div>
      )}
      {isFirstNew && (
        <div className={classes['new']} role="separator">
          <span>New messages</span>
        </div>
      )}
      <article
        className={classes['row']}
        data-own={isOwn || undefined}
        data-first={startsGroup || undefined}
        data-marked={isMarked || undefined}
        data-sequence={sequence}
      >
        {startsGroup && (
          <header className={classes['head']}>
            {isOwn ? 'You' : sender.name},{' '}
            <time dateTime={createdAt}>{formatClock(createdAt)}</time>
          </header>
        )}
        <div className={classes['line']}>
          <div className={classes['bubble']}>
            {replyTo && (
              <button
                type="button"
                className={classes['reply']}
                onClick={() => onJump(replyTo.sequence)}
              >
                <strong>
                  {replyTo.sender.id === actions.viewerId ? 'You' : replyTo.sender.name}
                </strong>{' '}
                {replyTo.deletedAt ? 'Message deleted' : (replyTo.text ?? 'Picture')}
              </button>
            )}
            {message.media && !deletedAt && <MediaView media={message.media} text={text} />}
            {deletedAt ? (
              <em className={classes['deleted']}>Message deleted</em>
            ) : (
              text !== null && <span className={classes['text']}>{text}</span>
            )}
            <span className={classes['marks']}>
              {editedAt && !deletedAt && <span>edited</span>}
              {isOwn && !deletedAt && (
                <span data-tick={tick} title={TICKS[tick]} aria-label={TICKS[tick]} role="img">
                  {tick === 'SENT' ? <IconCheck size={14} /> : <IconChecks size={14} />}
                </span>
              )}
            </span>
          </div>
          {!deletedAt && <MessageMenu message={message} isOwn={isOwn} actions={actions} />}
        </div>
        {reactions.length > 0 && (
          <div className={classes['reactions']}>
            {reactions.map(({ user, emoji }) => (
              <button
                key={user.id}
                type="button"
                disabled={user.id !== actions.viewerId}
                aria-label={user.id === actions.viewerId ? `Take ${emoji} off` : emoji}
                onClick={() => actions.react(message, null)}
              >
                {emoji}
              </button>
            ))}
          </div>
        )}
      </article>
    </>
  );
}

/** Drawn again when something of it changed, not at each step of the scrolling. */
export const MessageRow = memo(
  MessageRowParts,
  (a, b) =>
    a.message === b.message &&
    a.before === b.before &&
    a.isOwn === b.isOwn &&
    a.isMarked === b.isMarked &&
    a.isFirstNew === b.isFirstNew &&
    a.actions === b.actions &&
    tickOf(a.message.sequence, a.otherReceipt) === tickOf(b.message.sequence, b.otherReceipt),
);

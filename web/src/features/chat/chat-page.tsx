import { IconMessageCircle } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useViewer } from '../../shared/session/session-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import classes from './chat-page.module.css';
import { ConversationList } from './conversations/conversation-list.tsx';
import { ConversationPanel } from './messages/conversation-panel.tsx';
import { TalkProvider } from './talk/talk-context.tsx';

/** Conversations beside the one that is open; on a phone one of the two. */
export function ChatPage() {
  const viewer = useViewer();
  const { id } = useParams();
  if (!viewer) return null;
  return (
    <TalkProvider viewerId={viewer.id}>
      <title>Chat · Plaza</title>
      <div className={classes['frame']} data-open={id !== undefined || undefined}>
        <section className={classes['list']} aria-label="Conversations">
          <ConversationList openId={id} />
        </section>
        <section className={classes['detail']} aria-label="Messages">
          {id === undefined ? (
            <EmptyState
              icon={IconMessageCircle}
              title="Your conversations"
              text="Choose one, or start a new one with somebody by name or e-mail address."
            />
          ) : (
            <ConversationPanel key={id} id={id} />
          )}
        </section>
      </div>
    </TalkProvider>
  );
}

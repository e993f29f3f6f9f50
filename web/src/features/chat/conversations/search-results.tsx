import type { MessageFilter } from '#schema/operations/generated/graphql.ts';
import { useQuery } from '@apollo/client/react';
import { Mark, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../../shared/session/session-context.tsx';
import { LoadMore } from '../../../shared/ui/load-more.tsx';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { SEARCH_MESSAGES } from '../chat-operations.ts';
import { formatMoment } from '../format-moment.ts';
import { useTalkView } from '../talk/talk-context.tsx';
import classes from './conversation-list.module.css';
import { cutByHighlights } from './highlights.ts';

/** Somebody who types is not interrupted: the search begins this long after the last key. */
const TYPING_MS = 300;

/** Messages of all conversations that hold what is looked for; each leads to its place. */
export function SearchResults({ filter: chosen }: { filter: MessageFilter }) {
  const viewer = useViewer();
  const { conversations } = useTalkView();
  const text = JSON.stringify(chosen);
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const filter = useMemo(() => JSON.parse(settled) as MessageFilter, [settled]);
  const { data, error, loading, fetchMore } = useQuery(SEARCH_MESSAGES, {
    variables: { filter },
    fetchPolicy: 'network-only',
  });
  const page = data?.searchMessages;
  const next = useNextPage(page?.pageInfo, fetchMore);
  const nameOf = (id: string) => conversations.find((one) => one.id === id)?.other.name ?? '';
  return (
    <>
      <ProblemAlert error={error} />
      <Text size="sm" c="dimmed" px="md" role="status">
        {page?.edges.length === 0 && !loading ? 'No message fits.' : ''}
      </Text>
      <ul className={classes['list']} aria-label="Found messages" aria-busy={loading}>
        {page?.edges.map(({ node: { message, highlights } }) => (
          <li key={`${message.conversationId}-${message.sequence}`}>
            <Link
              className={classes['row']}
              to={`/chat/${message.conversationId}?at=${message.sequence}`}
            >
              <span className={classes['words']}>
                <span className={classes['line']}>
                  <Text span size="sm" fw={600} truncate>
                    {message.sender.id === viewer?.id
                      ? `You to ${nameOf(message.conversationId)}`
                      : message.sender.name}
                  </Text>
                  <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                    {formatMoment(message.createdAt)}
                  </Text>
                </span>
                <Text span size="sm" lineClamp={2}>
                  {message.text === null && (message.type === 'VIDEO' ? 'Film' : 'Picture')}
                  {cutByHighlights(message.text ?? '', highlights).map((part, index) =>
                    part.isFound ? <Mark key={index}>{part.text}</Mark> : part.text,
                  )}
                </Text>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore {...next} />
    </>
  );
}

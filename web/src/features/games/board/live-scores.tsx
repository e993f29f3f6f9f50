import { Badge, Group, Text, Title } from '@mantine/core';
import { Panel } from '../../../shared/ui/panel.tsx';
import classes from './live-scores.module.css';
import type { Feed } from './score-feed.ts';
import type { LiveScore } from './use-live-board.ts';

export type NumberedScore = LiveScore & { readonly number: number };

type LiveScoresProps = {
  feed: Feed<NumberedScore>;
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
};

/** Scores as they count; stands still while somebody points at it or has the focus in it. */
export function LiveScores({ feed, isPaused, onPause }: LiveScoresProps) {
  return (
    <Panel p="md" aria-label="Live scores" className={classes['panel'] ?? ''}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Live scores
        </Title>
        {isPaused && (
          <Badge variant="light" color="gray">
            Paused{feed.missed > 0 && `, ${feed.missed} new`}
          </Badge>
        )}
      </Group>
      <ol
        className={classes['feed']}
        // Not read out by itself: it never ends.
        aria-live="off"
        aria-label="Scores, newest first"
        tabIndex={0}
        onMouseEnter={() => onPause(true)}
        onMouseLeave={(event) => onPause(event.currentTarget.contains(document.activeElement))}
        onFocus={() => onPause(true)}
        onBlur={() => onPause(false)}
      >
        {feed.shown.map(({ number, player, score }) => (
          <li key={number} className={classes['score']}>
            <span className={classes['player']}>{player.username}</span>
            <strong>+{score.toLocaleString('en')}</strong>
          </li>
        ))}
        {feed.shown.length === 0 && (
          <Text component="li" size="sm" c="dimmed">
            The next score shows here.
          </Text>
        )}
      </ol>
    </Panel>
  );
}

import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { Button, Group, Text } from '@mantine/core';
import type { Outbox, Waiting } from '../talk/outbox.ts';
import classes from './message-row.module.css';

/** A message on its way, or one that did not get there: its text stays until it is sent or discarded. */
export function WaitingRow({ entry, outbox }: { entry: Waiting; outbox: Outbox }) {
  const hasFailed = entry.state === 'FAILED';
  return (
    <article className={classes['row']} data-own data-state={entry.state}>
      <div className={classes['line']}>
        <div className={classes['bubble']}>
          <span className={classes['text']}>{entry.text ?? 'Picture or film'}</span>
          {!hasFailed && (
            <span className={classes['marks']}>
              <span role="img" aria-label="Sending" title="Sending">
                <IconClock size={14} />
              </span>
            </span>
          )}
        </div>
      </div>
      {hasFailed && (
        <Group gap="xs" mt={4} role="alert">
          <IconAlertTriangle size={16} aria-hidden color="var(--mantine-color-error)" />
          <Text size="sm" c="var(--mantine-color-error)">
            Not sent. {entry.reason}
          </Text>
          <Button size="compact-xs" onClick={() => outbox.retry(entry.clientId)}>
            Try again
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => outbox.discard(entry.clientId)}
          >
            Discard
          </Button>
        </Group>
      )}
    </article>
  );
}

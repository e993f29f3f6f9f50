import { IconPlugConnectedX } from '@tabler/icons-react';
import { Container, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLive } from '../shared/live/live-context.tsx';
import classes from './live-banner.module.css';

/** Short breaks heal unnoticed; only longer ones are worth a word. */
const SHOW_AFTER_MS = 2_000;

export function LiveBanner() {
  const isInterrupted = useLive().phase === 'interrupted';
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    if (!isInterrupted) return undefined;
    const timer = setTimeout(() => setIsLong(true), SHOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isInterrupted]);

  return (
    <div role="status">
      {isInterrupted && isLong && (
        <div className={classes['banner']}>
          <Container size="xl">
            <Group gap="xs" wrap="nowrap">
              <IconPlugConnectedX size={18} aria-hidden />
              <Text size="sm">
                Live updates are interrupted. We are reconnecting; the page catches up by itself.
              </Text>
            </Group>
          </Container>
        </div>
      )}
    </div>
  );
}

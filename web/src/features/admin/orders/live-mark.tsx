import { Badge } from '@mantine/core';
import classes from './live-mark.module.css';

export function LiveMark({ isLive }: { isLive: boolean }) {
  return (
    <Badge
      variant="light"
      size="lg"
      tt="none"
      color={isLive ? 'teal' : 'gray'}
      leftSection={<span className={classes['dot']} data-live={isLive || undefined} />}
    >
      {isLive ? 'Live' : 'Connecting'}
    </Badge>
  );
}

import classes from './live-mark.module.css';

export function LiveMark({ isLive }: { isLive: boolean }) {
  return (
    <span className={classes['mark']} data-live={isLive || undefined} role="status">
      <span className={classes['dot']} />
      {isLive ? 'Live' : 'Connecting'}
    </span>
  );
}

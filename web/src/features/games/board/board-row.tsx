import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useLayoutEffect, useRef } from 'react';
import type { BoardEntryFragment } from '#schema/operations/generated/graphql.ts';
import { REGION_LABELS } from '../../../shared/games/game-labels.ts';
import classes from './board-table.module.css';
import type { RankMove } from './rank-moves.ts';
import { formatPercentile } from './tiers.ts';

export const ROW_PX = 40;
const MOVE_MS = 600;
/** A row that comes from farther away starts just outside of the screen. */
const FARTHEST_ROWS = 25;

type BoardRowProps = {
  entry: BoardEntryFragment;
  topPx: number;
  move: RankMove | undefined;
  isOwn: boolean;
  isFound: boolean;
};

/** Drawn again only when something about it has changed. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { entry, topPx, move, isOwn, isFound } = props;
  const row = useRef<HTMLDivElement>(null);
  const direction = move && (move.to < move.from ? 'up' : 'down');

  // It stands at its new place at once, and slides there from the old one: only the compositor works.
  useLayoutEffect(() => {
    if (!move || !row.current || performance.now() - move.at > MOVE_MS) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const rows = Math.max(-FARTHEST_ROWS, Math.min(FARTHEST_ROWS, move.from - move.to));
    row.current.animate([{ transform: `translateY(${rows * ROW_PX}px)` }, { transform: 'none' }], {
      duration: MOVE_MS,
      easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
    });
  }, [move]);

  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={entry.rank + 1}
      aria-current={isOwn || undefined}
      className={classes['row']}
      style={{ top: topPx }}
      data-move={direction}
      data-own={isOwn || undefined}
      data-found={isFound || undefined}
    >
      <div role="cell">
        <span className={classes['rank']} data-medal={entry.rank <= 3 ? entry.rank : undefined}>
          {entry.rank.toLocaleString('en')}
        </span>
      </div>
      <div role="cell" className={classes['move']}>
        {move && <MoveMark move={move} />}
      </div>
      <div role="cell" className={classes['name']}>
        {entry.player.username}
        {isOwn && <span className={classes['you']}>you</span>}
      </div>
      <div role="cell" className={classes['wide']}>
        {REGION_LABELS[entry.player.region]}
      </div>
      <div role="cell" className={classes['number']}>
        {entry.score.toLocaleString('en')}
      </div>
      <div role="cell" className={`${classes['number']} ${classes['wide']}`}>
        {formatPercentile(entry.percentile)}
      </div>
    </div>
  );
});

function MoveMark({ move: { from, to } }: { move: RankMove }) {
  const MoveIcon = to < from ? IconArrowUp : IconArrowDown;
  const places = Math.abs(to - from);
  return (
    <>
      <MoveIcon size={14} aria-hidden />
      <span className={classes['hidden']}>{to < from ? 'up' : 'down'}</span>
      {places.toLocaleString('en')}
    </>
  );
}

/** A row whose page is on its way. */
export function BoardRowSkeleton({ rank, topPx }: { rank: number; topPx: number }) {
  return (
    <div
      role="row"
      aria-rowindex={rank + 1}
      aria-busy
      className={classes['row']}
      style={{ top: topPx }}
    >
      <div role="cell">
        <span className={classes['rank']}>{rank.toLocaleString('en')}</span>
      </div>
      <div role="cell" />
      <div role="cell">
        <span className={classes['pending']} />
      </div>
      <div role="cell" className={classes['wide']} />
      <div role="cell" />
      <div role="cell" className={classes['wide']} />
    </div>
  );
}

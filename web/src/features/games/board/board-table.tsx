import { useEffect, useImperativeHandle, type Ref } from 'react';
import type { BoardEntryFragment } from '#schema/operations/generated/graphql.ts';
import type { BoardPages, BoardView } from './board-pages.ts';
import { BoardRow, BoardRowSkeleton, ROW_PX } from './board-row.tsx';
import classes from './board-table.module.css';
import type { RankMove } from './rank-moves.ts';
import { useScaledScroll } from './use-scaled-scroll.ts';

const HEAD_PX = 44;
/** More than a screen has rows. A row that leaves the screen gives its elements to the one that comes in: none are made. */
const SLOTS = 256;

export type BoardTableHandle = { showRank: (rank: number) => void };

type BoardTableProps = {
  ref: Ref<BoardTableHandle>;
  label: string;
  view: BoardView<BoardEntryFragment>;
  onShow: BoardPages<BoardEntryFragment>['show'];
  ownId: string | undefined;
  foundId: string | undefined;
};

/** A board of any length; only the rows on the screen exist. */
export function BoardTable({ ref, label, view, onShow, ownId, foundId }: BoardTableProps) {
  const { totalPlayers = 0 } = view;
  const scroll = useScaledScroll({ rows: totalPlayers, rowPx: ROW_PX, headPx: HEAD_PX });
  const { first, last, isFlying } = scroll;
  useImperativeHandle(ref, () => ({ showRank: (rank) => scroll.scrollToRow(rank - 1) }));
  useEffect(() => {
    if (last >= first && !isFlying) onShow(first + 1, last + 1);
  }, [first, last, isFlying, onShow]);

  return (
    <div
      ref={scroll.frame}
      className={classes['frame']}
      role="table"
      aria-label={label}
      aria-rowcount={totalPlayers + 1}
      // Scrolls with the keys.
      tabIndex={0}
      onKeyDown={scroll.onKeyDown}
    >
      <div role="rowgroup" className={classes['headGroup']}>
        <div role="row" aria-rowindex={1} className={classes['head']} style={{ height: HEAD_PX }}>
          <div role="columnheader">Rank</div>
          <div role="columnheader">
            <span className={classes['hidden']}>Move</span>
          </div>
          <div role="columnheader">Player</div>
          <div role="columnheader" className={classes['wide']}>
            Region
          </div>
          <div role="columnheader" className={classes['number']}>
            Score
          </div>
          <div role="columnheader" className={`${classes['number']} ${classes['wide']}`}>
            Ahead of
          </div>
        </div>
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: scroll.physicalPx }}>
        {rowsOf(first, last, view).map(({ key, rank, entry, move }) =>
          entry ? (
            <BoardRow
              key={key}
              entry={entry}
              topPx={scroll.topOf(rank - 1)}
              move={move}
              isOwn={entry.player.id === ownId}
              isFound={entry.player.id === foundId}
            />
          ) : (
            <BoardRowSkeleton key={key} rank={rank} topPx={scroll.topOf(rank - 1)} />
          ),
        )}
      </div>
    </div>
  );
}

type Row = {
  key: string;
  rank: number;
  entry: BoardEntryFragment | undefined;
  move: RankMove | undefined;
};

/**
 * Who has moved gets an element of its own, which slides and is tinted from its start. Pages of different moments may name a
 * player twice; one of them is enough.
 */
function rowsOf(
  first: number,
  last: number,
  { entryAt, moves }: BoardView<BoardEntryFragment>,
): Row[] {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (let rank = first + 1; rank <= last + 1; rank += 1) {
    const found = entryAt(rank);
    const entry = found && !seen.has(found.player.id) ? found : undefined;
    if (entry) seen.add(entry.player.id);
    const move = entry && moves.get(entry.player.id);
    const key = move ? `${entry.player.id} ${move.at}` : `slot-${rank % SLOTS}`;
    rows.push({ key, rank, entry, move });
  }
  return rows;
}

import { sql } from 'kysely';
import type { Store } from '#platform/database/store.ts';
import { placesQuery, type BoardContent } from '../data/boards/stored-places.ts';
import type { Tables } from '../data/tables.ts';
import { boardOf } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { periodAt, previousPeriod, WINDOWS, type Period } from '../domain/periods.ts';
import { REGIONS } from '../domain/player.ts';

/** Scores accepted in a period's last moment are stored by then. */
const GRACE_MS = 300_000;
/** Periods of each window that are looked at, so that days without a running product are made up for. */
const PERIODS_BACK = 7;
const TIMEOUT_MS = 1_800_000;

export interface ArchiveParts {
  store: Store<Tables>;
  modes: readonly GameMode[];
  now: () => Date;
}

/** Writes boards of periods that are over to PostgreSQL, from history; returns how many. */
export async function archiveBoards({ store, modes, now }: ArchiveParts): Promise<number> {
  const due = closedPeriods(now()).flatMap((period) =>
    modes.flatMap((mode): BoardContent[] =>
      [undefined, ...REGIONS].map((region) => ({
        board: boardOf(mode.id, period, region),
        modeNumber: mode.number,
        multiplier: 1,
      })),
    ),
  );
  const archived = await store.db.selectFrom('archived_board').select('board').execute();
  const known = new Set(archived.map(({ board }) => board));
  const missing = due.filter(({ board }) => !known.has(board.name));
  for (const content of missing) await archiveBoard(store, content, now());
  return missing.length;
}

function closedPeriods(at: Date): Period[] {
  return WINDOWS.filter((window) => window !== 'ALL_TIME').flatMap((window) => {
    const periods: Period[] = [];
    let period = previousPeriod(periodAt(window, at));
    for (let count = 0; count < PERIODS_BACK; count++) {
      if (period.endsAt !== undefined && at.getTime() - period.endsAt.getTime() >= GRACE_MS) {
        periods.push(period);
      }
      period = previousPeriod(period);
    }
    return periods;
  });
}

/** In the order of the board in Redis: equal points by time, and of one millisecond the greater number first. */
export async function archiveBoard(
  store: Store<Tables>,
  content: BoardContent,
  archivedAt: Date,
): Promise<void> {
  const { name } = content.board;
  await store.transact(async (tx) => {
    await sql`select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`.execute(tx);
    await tx
      .insertInto('archived_board')
      .values({ board: name, total_players: 0, archived_at: archivedAt })
      .onConflict((conflict) => conflict.column('board').doUpdateSet({ archived_at: archivedAt }))
      .execute();
    await tx.deleteFrom('archived_place').where('board', '=', name).execute();
    const { numAffectedRows } = await sql`
      insert into archived_place (board, rank, player_number, points, reached_at)
      select ${name}, row_number() over (
          order by place."points" desc, place."reachedAt", place."playerNumber" desc
        ), place."playerNumber", place."points", place."reachedAt"
      from (${placesQuery(content)}) as place
      where place."points" is not null
    `.execute(tx);
    await tx
      .updateTable('archived_board')
      .set({ total_players: Number(numAffectedRows ?? 0) })
      .where('board', '=', name)
      .execute();
  });
}

import { sql } from 'kysely';
import type { CheatFlagStatus, CheatReason } from '../domain/suspicion.ts';
import type { Db, Tx } from './tables.ts';

export interface CheatFlag {
  id: string;
  submissionId: string;
  playerNumber: number;
  modeNumber: number;
  suspicion: number;
  reasons: CheatReason[];
  zScore: number | null;
  status: CheatFlagStatus;
  createdAt: Date;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  note: string | null;
}

const COLUMNS = sql.raw(`id, submission_id as "submissionId", player_number as "playerNumber",
  mode_number as "modeNumber", suspicion, reasons, z_score as "zScore", status,
  created_at as "createdAt", reviewed_at as "reviewedAt", reviewed_by as "reviewedBy", note`);

/** A game is flagged once. Returns those that are new. */
export async function insertCheatFlags(tx: Tx, flags: readonly CheatFlag[]): Promise<CheatFlag[]> {
  if (flags.length === 0) return [];
  const rows = await tx
    .insertInto('cheat_flag')
    .values(
      flags.map((flag) => ({
        id: flag.id,
        submission_id: flag.submissionId,
        player_number: flag.playerNumber,
        mode_number: flag.modeNumber,
        suspicion: flag.suspicion,
        reasons: flag.reasons,
        z_score: flag.zScore,
        status: flag.status,
        created_at: flag.createdAt,
        reviewed_at: null,
        reviewed_by: null,
        note: null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('cheat_flag_submission_key').doNothing())
    .returning('id')
    .execute();
  const inserted = new Set(rows.map(({ id }) => id));
  return flags.filter(({ id }) => inserted.has(id));
}

/** Of a status, the most suspicious first, up to `limit`. */
export async function listCheatFlags(
  db: Db,
  options: {
    status: CheatFlagStatus;
    after: { suspicion: number; id: string } | undefined;
    limit: number;
  },
): Promise<CheatFlag[]> {
  const { status, after, limit } = options;
  const { rows } = await sql<CheatFlag>`
    select ${COLUMNS} from cheat_flag
    where status = ${status}
      ${after === undefined ? sql`` : sql`and (suspicion, id) < (${after.suspicion}::float8, ${after.id}::uuid)`}
    order by suspicion desc, id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Decides about flags that are open; returns those, and leaves the others as they are. */
export async function reviewCheatFlags(
  db: Db,
  ids: readonly string[],
  review: { status: CheatFlagStatus; at: Date; by: string; note: string | null },
): Promise<CheatFlag[]> {
  const { rows } = await sql<CheatFlag>`
    update cheat_flag set status = ${review.status}, reviewed_at = ${review.at},
      reviewed_by = ${review.by}::uuid, note = ${review.note}
    where id = any(${ids}::uuid[]) and status = 'OPEN'
    returning ${COLUMNS}
  `.execute(db);
  return rows;
}

/** How many wait; counting stops at `limit`. */
export async function countOpenFlags(db: Db, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from cheat_flag where status = 'OPEN' limit ${limit}
    ) as open
  `.execute(db);
  return rows[0]?.count ?? 0;
}

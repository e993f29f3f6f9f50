import { sql } from 'kysely';
import type { MediaFile } from '../domain/media.ts';
import type { Db, Tx } from './tables.ts';

export type ReportResolution = 'KEPT' | 'DELETED';

export interface MessageReport {
  id: string;
  conversationId: string;
  sequence: number;
  senderId: string;
  reportedById: string;
  reason: string;
  text: string | null;
  media: MediaFile | null;
  createdAt: Date;
  resolvedAt: Date | null;
  resolution: ReportResolution | null;
}

const COLUMNS = sql.raw(`
  report.id, report.conversation_id as "conversationId", report.sequence,
  message.sender_id as "senderId", report.reported_by as "reportedById", report.reason,
  message.text, message.media, report.created_at as "createdAt",
  report.resolved_at as "resolvedAt", report.resolution`);

/** The oldest first, up to `limit`. */
export async function listReports(
  db: Db,
  isResolved: boolean,
  after: { createdAt: Date; id: string } | undefined,
  limit: number,
): Promise<MessageReport[]> {
  const { rows } = await sql<MessageReport>`
    select ${COLUMNS} from message_report report join message using (conversation_id, sequence)
    where report.resolved_at is ${isResolved ? sql`not null` : sql`null`}
      ${after === undefined ? sql`` : sql`and (report.created_at, report.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`}
    order by report.created_at, report.id
    limit ${limit}
  `.execute(db);
  return rows;
}

export async function findReport(db: Db, id: string): Promise<MessageReport | undefined> {
  const { rows } = await sql<MessageReport>`
    select ${COLUMNS} from message_report report join message using (conversation_id, sequence)
    where report.id = ${id}
  `.execute(db);
  return rows[0];
}

/** Decides all open reports of a message. */
export async function resolveReports(
  tx: Tx,
  { conversationId, sequence }: { conversationId: string; sequence: number },
  decided: { by: string; at: Date; resolution: ReportResolution },
): Promise<void> {
  await tx
    .updateTable('message_report')
    .set({ resolved_at: decided.at, resolved_by: decided.by, resolution: decided.resolution })
    .where('conversation_id', '=', conversationId)
    .where('sequence', '=', sequence)
    .where('resolved_at', 'is', null)
    .execute();
}

import { findReport, resolveReports, type ReportResolution } from '../data/report.repository.ts';
import { publishChanged } from '../live/channels.ts';
import type { AcknowledgeParts } from './acknowledge.ts';
import { takeBack } from './change-message.ts';

/**
 * Decides the reports of a message, and takes the message back when that is the decision, in one transaction. False
 * when there is no such report. One that was decided stays so: of two administrators the first one's word holds.
 */
export async function resolveReport(
  parts: AcknowledgeParts,
  id: string,
  resolution: ReportResolution,
  by: string,
): Promise<boolean> {
  const { store, live, now } = parts;
  const outcome = await store.transact(async (tx) => {
    const found = await findReport(tx, id);
    if (found === undefined) return undefined;
    const { conversationId, sequence } = found;
    const key = { conversationId, sequence };
    // Holds the message first, so that two decisions come one after the other.
    const changed = await takeBack(parts, tx, key, async () => {
      const open = await findReport(tx, id);
      return open?.resolvedAt === null && resolution === 'DELETED';
    });
    await resolveReports(tx, key, { by, at: now(), resolution });
    return { changed };
  });
  if (outcome?.changed !== undefined) {
    await publishChanged(live, outcome.changed.message, outcome.changed.userIds);
  }
  return outcome !== undefined;
}

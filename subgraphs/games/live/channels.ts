import type { Live } from '#platform/live/live.ts';

/** Of a mode: scores have counted, or boards were corrected. Says the best of the scores, since a board is read by who watches it. */
export const modeChannel = (modeId: string): string => `games:mode:${modeId}`;
export interface ScoresCounted {
  /** Null when nothing counted, but boards are not what they were. */
  best: { playerNumber: number; score: number; at: number } | null;
}

/** Of a submission: it has counted. */
export const submissionChannel = (id: string): string => `games:submission:${id}`;
export interface SubmissionCounted {
  submissionId: string;
}

export async function publishCounted(
  live: Live,
  modes: ReadonlyMap<string, ScoresCounted>,
  submissionIds: readonly string[],
): Promise<void> {
  await Promise.all([
    ...Array.from(modes, ([modeId, message]) => live.publish(modeChannel(modeId), message)),
    ...submissionIds.map((submissionId) =>
      live.publish(submissionChannel(submissionId), { submissionId }),
    ),
  ]);
}

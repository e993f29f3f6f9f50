import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import type { Submission } from '../data/submission.repository.ts';

/** What history will say of a score that has just been accepted. */
export const toSubmission = (score: SubmittedScore): Submission => ({
  id: score.id,
  playerNumber: score.player,
  modeNumber: score.mode,
  score: score.score,
  durationSeconds: score.seconds,
  submittedAt: new Date(score.at),
  removedAt: null,
});

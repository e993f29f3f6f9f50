import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import type { AdminCheatFlagFragment } from '#schema/operations/generated/graphql.ts';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { REVIEW_CHEAT_FLAGS } from './flag-operations.ts';
import { REMOVE_SCORES } from './game-admin-operations.ts';

export type Decision = {
  flags: readonly AdminCheatFlagFragment[];
  verdict: 'CLEARED' | 'CONFIRMED';
  note: string;
  /** Takes the games off every board, too. */
  removesScores: boolean;
};

/** Decides about flagged games. Resolves to whether the decision is made; what follows from it is told. */
export function useFlagReview() {
  const [review, reviewing] = useMutation(REVIEW_CHEAT_FLAGS, { errorPolicy: 'all' });
  const [remove, removing] = useMutation(REMOVE_SCORES, { errorPolicy: 'all' });

  async function decide({ flags, verdict, note, removesScores }: Decision): Promise<boolean> {
    const input = { ids: flags.map(({ id }) => id), verdict, note: note.trim() || null };
    const decided = (await review({ variables: { input } })).data?.reviewCheatFlags;
    if (!decided) return false;
    if (decided.length < flags.length) {
      const others = flags.length - decided.length;
      notifications.show({ message: `Somebody else has decided about ${others} of them before.` });
    }
    if (removesScores) await removeGames(decided, note.trim());
    return true;
  }

  async function removeGames(flags: readonly AdminCheatFlagFragment[], note: string) {
    const submissionIds = flags.flatMap(({ submission }) => (submission ? [submission.id] : []));
    if (submissionIds.length === 0) return;
    const input = { submissionIds, reason: note || 'Confirmed as not played' };
    const { data, error } = await remove({ variables: { input } });
    const outcome = data?.removeScores;
    if (outcome?.__typename === 'ScoreAdjustment') {
      const games = outcome.scoreCount === 1 ? '1 game goes' : `${outcome.scoreCount} games go`;
      notifications.show({ message: `${games} off every board.` });
      return;
    }
    const message = outcome?.message ?? describeProblem(error).detail;
    notifications.show({ color: 'red', title: 'The games stay on the boards', message });
  }

  return { decide, isDeciding: reviewing.loading || removing.loading, error: reviewing.error };
}

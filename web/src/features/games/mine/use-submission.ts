import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as newSubmissionId } from 'uuid';
import type { GameFragment } from '#schema/operations/generated/graphql.ts';
import type { FinishedGame } from './finished-game.ts';
import { SUBMISSION, SUBMISSION_COUNTED, SUBMIT_SCORE } from './mine-operations.ts';

/** Live news may be lost: a game that does not count by then is asked about, and again. */
const ASK_EVERY_MS = 10_000;

/** Hands a finished game in and follows it until it counts. Trying again after a lost answer hands in the same game. */
export function useSubmission(onCounted: () => void) {
  const [submit, { loading, error }] = useMutation(SUBMIT_SCORE, { errorPolicy: 'all' });
  const [accepted, setAccepted] = useState<GameFragment>();
  const [counted, setCounted] = useState<GameFragment>();
  const [refusal, setRefusal] = useState<string>();
  const handedIn = useRef<{ id: string; game: string }>(undefined);

  const isWaiting = accepted !== undefined && counted?.id !== accepted.id;
  const variables = { id: accepted?.id ?? '' };
  const take = useEffectEvent((game: GameFragment | null | undefined) => {
    if (game?.status !== 'COUNTED' || !isWaiting) return;
    setCounted(game);
    onCounted();
  });
  useSubscription(SUBMISSION_COUNTED, {
    variables,
    skip: !isWaiting,
    ignoreResults: true,
    onData: ({ data: { data } }) => take(data?.submissionCounted),
  });
  const asked = useQuery(SUBMISSION, {
    variables,
    skip: !isWaiting,
    fetchPolicy: 'no-cache',
    pollInterval: ASK_EVERY_MS,
    skipPollAttempt: () => !isWaiting,
  }).data?.submission;
  useEffect(() => take(asked), [asked]);

  async function handIn(modeId: string, game: FinishedGame): Promise<boolean> {
    setRefusal(undefined);
    const text = JSON.stringify([modeId, game]);
    if (handedIn.current?.game !== text) handedIn.current = { id: newSubmissionId(), game: text };
    const input = { submissionId: handedIn.current.id, modeId, ...game };
    const outcome = (await submit({ variables: { input } })).data?.submitScore;
    if (!outcome) return false;
    handedIn.current = undefined;
    if (outcome.__typename !== 'Submission') {
      setRefusal(describeRefusal(outcome));
      return false;
    }
    setCounted(undefined);
    setAccepted(outcome);
    return true;
  }

  return { handIn, isBusy: loading, error, refusal, game: counted ?? accepted };
}

function describeRefusal(refusal: { message: string; retryAfterMs?: number }): string {
  if (refusal.retryAfterMs === undefined) return refusal.message;
  return `${refusal.message} Try again in ${Math.ceil(refusal.retryAfterMs / 1_000)} seconds.`;
}

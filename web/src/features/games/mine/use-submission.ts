import { useMutation, useSubscription } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { v7 as newSubmissionId } from 'uuid';
import type { GameFragment } from '#schema/operations/generated/graphql.ts';
import type { FinishedGame } from './finished-game.ts';
import { SUBMISSION_COUNTED, SUBMIT_SCORE } from './mine-operations.ts';

/** Hands a finished game in and follows it until it counts. Trying again after a lost answer hands in the same game. */
export function useSubmission(onCounted: () => void) {
  const [submit, { loading, error }] = useMutation(SUBMIT_SCORE, { errorPolicy: 'all' });
  const [accepted, setAccepted] = useState<GameFragment>();
  const [counted, setCounted] = useState<GameFragment>();
  const [refusal, setRefusal] = useState<string>();
  const handedIn = useRef<{ id: string; game: string }>(undefined);

  useSubscription(SUBMISSION_COUNTED, {
    variables: { id: accepted?.id ?? '' },
    skip: !accepted || counted?.id === accepted.id,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      setCounted(data.submissionCounted);
      onCounted();
    },
  });

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

import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { DISCARD, MESSAGES, REDRIVE } from './message-operations.ts';
import { askOnly, partOf, type DeadLetter } from './parts.ts';

/** What an administrator decides about a dead letter. Resolves to whether it was done. */
export function useDecisions() {
  const [redriveLetter, redriving] = useMutation(REDRIVE, {
    errorPolicy: 'all',
    refetchQueries: [MESSAGES],
  });
  const [discardLetter, discarding] = useMutation(DISCARD, {
    errorPolicy: 'all',
    refetchQueries: [MESSAGES],
  });

  async function redrive({ id, group, type }: DeadLetter): Promise<boolean> {
    const part = partOf(group);
    if (part === undefined) return false;
    const variables = { input: { ids: [id] }, ...askOnly(part) };
    const { error } = await redriveLetter({ variables });
    if (error === undefined) {
      notifications.show({ title: 'Published again', message: `${type}, for ${group}` });
    }
    return error === undefined;
  }

  async function discard({ id, group, type }: DeadLetter, reason: string): Promise<boolean> {
    const part = partOf(group);
    if (part === undefined) return false;
    const variables = { input: { ids: [id], reason }, ...askOnly(part) };
    const { error } = await discardLetter({ variables });
    if (error === undefined) notifications.show({ title: 'Discarded', message: type });
    return error === undefined;
  }

  return { redrive, discard, redriving, discarding };
}

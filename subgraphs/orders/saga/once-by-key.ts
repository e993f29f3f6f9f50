import { answerCommand, beginCommand, type CommandKey } from '../data/order-command.repository.ts';
import type { Tx } from '../data/tables.ts';

/**
 * Does something once a key, and gives whoever comes with the key again the answer of the first time, also while
 * that is still under way. `answerOf` is what is kept of the result, as JSON. Without a key it is simply done.
 */
export async function onceByKey<Result, Answer>(
  tx: Tx,
  command: CommandKey | undefined,
  now: Date,
  work: { run: () => Promise<Result>; answerOf: (result: Result) => Answer },
): Promise<{ answer: Answer; result?: Result } | 'CONFLICT'> {
  if (command === undefined) {
    const result = await work.run();
    return { answer: work.answerOf(result), result };
  }
  const begun = await beginCommand(tx, command, now);
  if (begun.state === 'CONFLICT') return 'CONFLICT';
  if (begun.state === 'ANSWERED') return { answer: begun.answer as Answer };
  const result = await work.run();
  const answer = work.answerOf(result);
  await answerCommand(tx, command, answer);
  return { answer, result };
}

/**
 * Like Promise.all, but waits for every one of them even when one fails, so that what did start is known
 * and can be stopped. Then throws all that went wrong, in one error.
 */
export async function allStarted<const Starts extends readonly unknown[]>(
  starts: Starts,
): Promise<{ -readonly [Place in keyof Starts]: Awaited<Starts[Place]> }> {
  const outcomes = await Promise.allSettled(starts);
  const errors = outcomes.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) {
    const messages = errors.map((error) =>
      error instanceof Error ? error.message : String(error),
    );
    throw new AggregateError(errors, messages.join('\n'));
  }
  return Promise.all(starts) as never;
}

/** Visits each of its members once a round, a few at a time: ten thousand at once would keep everybody waiting. */
export interface Rounds<Member> {
  /** Its visit comes within a round, and then once a round until the returned function is called. */
  join: (member: Member) => () => void;
  stop: () => void;
}

/** `everyMs` is a multiple of it. */
const STEP_MS = 100;

export function createRounds<Member>(
  everyMs: number,
  visit: (member: Member) => void,
): Rounds<Member> {
  const steps = Array.from({ length: everyMs / STEP_MS }, () => new Set<Member>());
  let joined = 0;
  let done = 0;

  const timer = setInterval(() => {
    for (const member of at(done)) visit(member);
    done += 1;
  }, STEP_MS);
  timer.unref();

  function at(step: number): Set<Member> {
    const members = steps[step % steps.length];
    if (members === undefined) throw new Error(`a round of ${everyMs} ms has no steps`);
    return members;
  }

  return {
    join(member) {
      const members = at(joined);
      joined += 1;
      members.add(member);
      return () => void members.delete(member);
    },
    stop: () => clearInterval(timer),
  };
}

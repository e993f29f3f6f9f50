/** What people have got of their conversations: two each, with the next and with the one before. Bounded by the people. */
export interface Ledger {
  /** A message came to a person; `conversation` is the index of its conversation. */
  receive: (person: number, conversation: number, sequence: number) => void;
  /** The conversation has a message of that sequence: its sender was told so. */
  store: (conversation: number, sequence: number) => void;
  /** The last sequence that the person has of a conversation. */
  lastOf: (person: number, conversation: number) => number;
  /** Messages that came twice, or before one that they follow. */
  wrong: () => { repeated: number; early: number };
  /** Messages that some side has not got. */
  countMissing: () => number;
  received: () => number;
}

export function createLedger(people: number): Ledger {
  const last = [new Uint32Array(people), new Uint32Array(people)] as const;
  const stored = new Uint32Array(people);
  const wrong = { repeated: 0, early: 0 };
  let received = 0;
  /** A conversation's first side is the person of its index, and the other the next one. */
  const sideOf = (person: number, conversation: number) =>
    last[person === conversation ? 0 : 1] as Uint32Array;

  return {
    receive(person, conversation, sequence) {
      received += 1;
      const side = sideOf(person, conversation);
      const before = side[conversation] ?? 0;
      if (sequence <= before) wrong.repeated += 1;
      else if (sequence > before + 1) wrong.early += 1;
      side[conversation] = Math.max(before, sequence);
    },
    store(conversation, sequence) {
      stored[conversation] = Math.max(stored[conversation] ?? 0, sequence);
    },
    lastOf: (person, conversation) => sideOf(person, conversation)[conversation] ?? 0,
    wrong: () => wrong,
    countMissing: () =>
      stored.reduce(
        (sum, sequence, conversation) =>
          last.reduce(
            (missing, side) => missing + Math.max(0, sequence - (side[conversation] ?? 0)),
            sum,
          ),
        0,
      ),
    received: () => received,
  };
}

/** A line is what one of the two writes in a conversation: 0 the person of its index, 1 the next one. */
export const lineOf = (conversation: number, side: 0 | 1): number => 2 * conversation + side;
export const conversationOf = (line: number): number => Math.floor(line / 2);

/** What people have got of their conversations: two each, with the next and with the one before. Bounded by the people. */
export interface Ledger {
  /** Somebody writes one more: its number in its line, from 1. */
  write: (line: number) => number;
  /** A message came to a person, the one of that number of its line. */
  receive: (person: number, line: number, sequence: number, number: number) => void;
  /** The conversation has a message of that sequence: its sender was told so. */
  store: (conversation: number, sequence: number) => void;
  /** The last sequence that the person has of a conversation. */
  lastOf: (person: number, conversation: number) => number;
  /**
   * Messages that came twice, or before one that they follow; and those whose number does not follow on what the same
   * sender wrote before: they were stored in another order, twice, or not at all.
   */
  wrong: () => { repeated: number; early: number; disordered: number };
  /** Messages that some side has not got. */
  countMissing: () => number;
  /** Messages that were written, and the last ones of a line that neither side has got. */
  written: () => number;
  received: () => number;
}

/** A conversation's first side is the person of its index, and the other the next one. */
export const sideOf = (person: number, conversation: number): 0 | 1 =>
  person === conversation ? 0 : 1;

export function createLedger(people: number): Ledger {
  const last = [new Uint32Array(people), new Uint32Array(people)] as const;
  const lastNumber = [new Uint32Array(2 * people), new Uint32Array(2 * people)] as const;
  const numbers = new Uint32Array(2 * people);
  const stored = new Uint32Array(people);
  const wrong = { repeated: 0, early: 0, disordered: 0 };
  let received = 0;
  let written = 0;

  return {
    write(line) {
      written += 1;
      return (numbers[line] = (numbers[line] ?? 0) + 1);
    },
    receive(person, line, sequence, number) {
      received += 1;
      const conversation = conversationOf(line);
      const side = sideOf(person, conversation);
      const before = last[side][conversation] ?? 0;
      if (sequence <= before) {
        wrong.repeated += 1;
        return;
      }
      if (sequence > before + 1) wrong.early += 1;
      else if (number !== (lastNumber[side][line] ?? 0) + 1) wrong.disordered += 1;
      last[side][conversation] = sequence;
      lastNumber[side][line] = number;
    },
    store(conversation, sequence) {
      stored[conversation] = Math.max(stored[conversation] ?? 0, sequence);
    },
    lastOf: (person, conversation) => last[sideOf(person, conversation)][conversation] ?? 0,
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
    written: () => written,
    received: () => received,
  };
}

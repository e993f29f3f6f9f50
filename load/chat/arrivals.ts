/** Where somebody's client is in a conversation, and has not said so yet. */
export interface Arrival {
  person: number;
  conversation: number;
  sequence: number;
}

/** What has come and is to be acknowledged: of each person and conversation the last. */
export interface Arrivals {
  add: (person: number, conversation: number, sequence: number) => void;
  /** The one that waits longest. */
  take: () => Arrival | undefined;
}

/** Bounded by the people, who have two conversations each. */
export function createArrivals(people: number): Arrivals {
  const waiting = new Map<number, number>();
  return {
    add: (person, conversation, sequence) =>
      void waiting.set(conversation * people + person, sequence),
    take() {
      const [first] = waiting;
      if (first === undefined) return undefined;
      const [key, sequence] = first;
      waiting.delete(key);
      return { person: key % people, conversation: Math.floor(key / people), sequence };
    },
  };
}

/** Counts while the text is written: what came is looked at once. */
export interface CountedCost {
  cost: number;
}

/** A value as JSON; nothing where something is not as it should be. */
export type WriteText = (value: unknown, counted: CountedCost) => string | undefined;

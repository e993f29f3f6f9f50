/** What a category of the shop is made from. */
export interface CategorySeed {
  slug: string;
  name: string;
  /** Begins its article numbers; unique. */
  prefix: string;
  /** Drawn in its pictures. */
  icon: string;
  /** Any of them goes with any of the things. */
  styles: readonly string[];
  /** What it is, and what it costs in dollars: from, to. */
  things: readonly (readonly [name: string, from: number, to: number])[];
  /** Ends of a sentence that begins with the thing. */
  merits: readonly string[];
}

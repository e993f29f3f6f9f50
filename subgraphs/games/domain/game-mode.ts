/** A way to play: data, not code, so that a mode is added without a release. */
export interface GameMode {
  /** Such as `deathmatch`. */
  id: string;
  /** Stands for the id where a byte counts: in rows of history. */
  number: number;
  name: string;
  maxScorePerGame: number;
  averageDurationMinutes: number;
}

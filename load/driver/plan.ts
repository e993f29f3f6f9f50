/** How many journeys a second begin, and for how long. */
export interface Stage {
  seconds: number;
  /** From the rate of the stage before (0 at first) to this one, evenly, when `isRamp`; else at once. */
  rate: number;
  isRamp?: boolean;
}

/** One request of a journey, serialized but for what each journey has of its own. */
export interface StepPlan {
  /** Names it in the report. */
  name: string;
  /** The body, cut where the number of the journey goes in, or the id that the step before was answered with. */
  pieces: readonly string[];
  gap: 'number' | 'id';
  /** Whether an answer `Order` is a new order. */
  placesOrder: boolean;
  /** It begins up to this much after the answer before, evenly spread. */
  afterMs?: number;
  /** The field of `data` whose `__typename` is the outcome. */
  field: string;
  /** Outcomes by which the journey goes on. */
  goesOnWith: readonly string[];
}

/** What one driver does. It crosses to a thread, so it is all values. */
export interface DrivePlan {
  url: string;
  /** Files with the access tokens, a line each; the first is the administrator's. */
  tokensFile: string;
  /** Who of them come: so many behind the first so many. */
  people: { after: number; count: number };
  stages: readonly Stage[];
  /** Which of the journeys are this driver's: every `drivers`th, from `driver`. */
  driver: number;
  drivers: number;
  connections: number;
  /** Journeys take turns with these. */
  journeys: readonly (readonly StepPlan[])[];
  /** A request that fails is sent again, as an app would, for so long; 0 never. */
  retryMs: number;
  /** Moment at which the first journey begins, as Date.now(). */
  startsAt: number;
}

/** Journeys that have begun by then, in seconds from the start. */
export function journeysBy(stages: readonly Stage[], seconds: number): number {
  let journeys = 0;
  let left = seconds;
  let before = 0;
  for (const { seconds: length, rate, isRamp = false } of stages) {
    const passed = Math.min(left, length);
    if (passed <= 0) break;
    const atEnd = isRamp ? before + ((rate - before) * passed) / length : rate;
    journeys += isRamp ? ((before + atEnd) / 2) * passed : rate * passed;
    left -= passed;
    before = rate;
  }
  // A whole number that sums of fractions miss by a rounding is that number.
  return Math.floor(journeys + 1e-6);
}

export const secondsOf = (stages: readonly Stage[]): number =>
  stages.reduce((sum, { seconds }) => sum + seconds, 0);

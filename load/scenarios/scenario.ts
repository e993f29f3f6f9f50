import type { Laboratory } from '../laboratory.ts';
import type { Stage, StepPlan } from '../driver/plan.ts';
import type { Shop } from '../shop.ts';

/** What has to be reached; what is left out is only told. */
export interface Target {
  /** The step that is judged. */
  step: string;
  p95Ms?: number;
  /** Every answer comes within this. */
  maxMs?: number;
  /** Most journeys that may end without an answer of the shop, of 1. */
  failureShare: number;
  /** More people come than may wait: being told so is an answer. */
  mayBeBusy?: boolean;
  /** Most events that the slowest consumer may be behind when the last journey has ended. */
  lag?: number;
  /** Within which every order is paid, or cancelled, once the last journey has ended. */
  settledWithinMs: number;
}

export interface ScenarioOptions {
  rate: number;
  seconds: number;
  users: number;
  /** So long the product is asked the same before, at a quarter of the rate and for other goods; 0 for not at all. */
  rehearsalSeconds: number;
}

/** What the journeys are made of, once the shop is prepared. */
export interface Journeys {
  /** They take turns, so a share of them is a share of all journeys. */
  kinds: readonly (readonly StepPlan[])[];
  /** After everything has settled: what is told, and whether it is as it has to be. */
  judge?: () => Promise<Judgement[]>;
}

export interface Judgement {
  what: string;
  isMet: boolean;
}

/** What a fault needs: the laboratory, the time, and a place to write down what was done. */
export interface FaultTools {
  laboratory: Laboratory;
  seconds: number;
  /** Resolves at that second of the run; at once when it is over. */
  until: (second: number) => Promise<void>;
  isOver: () => boolean;
  note: (text: string) => void;
  /** No more journeys begin. */
  end: () => void;
}

export interface Scenario {
  name: string;
  says: string;
  /** Without `rehearsalSeconds` the first journeys meet a Plaza as it is, even one that has just been started. */
  defaults: Omit<ScenarioOptions, 'rehearsalSeconds'> & { rehearsalSeconds?: number };
  target: Target;
  stages?: (options: ScenarioOptions) => Stage[];
  /** Whether carts are filled before the start; else the journeys do it, or need none. */
  fillsCarts: boolean;
  connections: number;
  retryMs: number;
  /** Settings of a Plaza that is started for it. */
  settings?: Readonly<Record<string, string>>;
  /**
   * Who may do the same before, with goods of their own: the same people, as those who wait for a sale are there already, or
   * others, where a person has one full cart or buys only so often a minute.
   */
  rehearsedBy?: 'the same' | 'others' | undefined;
  /** It kills processes, so it needs a Plaza of its own. */
  needsParts?: boolean;
  needsKafka?: boolean;
  products: (options: ScenarioOptions) => { count: number; units: number };
  prepare: (run: string, productIds: readonly string[], shop: Shop) => Promise<Journeys>;
  breakThings?: (tools: FaultTools) => Promise<void>;
}

import { z } from 'zod';

/**
 * What the load driver may ask of a laboratory: a Plaza on this machine that is there to be loaded and broken. It is
 * a process of its own (`host/laboratory/main.ts`), and is asked over its IPC channel, one answer a question.
 */
export const SERVERS = ['postgres', 'redis', 'kafka'] as const;
export type Server = (typeof SERVERS)[number];

/** Most people and carts that are made at once. */
export const MAX_CROWD = 200_000;

/** 50,000 games a second for two minutes: a player has one a minute. */
export const MAX_PLAYERS = 6_000_000;

/** As many as the product is made for. */
export const MAX_MEMBERS = 10_000_000;

const server = z.enum(SERVERS);

export const command = z.discriminatedUnion('do', [
  /** People who are signed in for an hour, and an administrator. */
  z.object({ do: z.literal('make-crowd'), people: z.int().min(1).max(MAX_CROWD) }),
  /** Gives each of the people one unit of one of the products, in turns. */
  z.object({ do: z.literal('fill-carts'), productIds: z.array(z.uuid()).min(1).max(10_000) }),
  /** Players who may hand in games; with `areOfCrowd` the first are those of the people. */
  z.object({
    do: z.literal('make-players'),
    players: z.int().min(1).max(MAX_PLAYERS),
    areOfCrowd: z.boolean(),
  }),
  /** Players with a game in each of the modes in history, until the first mode has so many games; those of the last days. */
  z.object({
    do: z.literal('make-boards'),
    modeIds: z.array(z.string()).min(1).max(10),
    members: z.int().min(1).max(MAX_MEMBERS),
    days: z.number().positive().max(366),
  }),
  /** Compares every board with what history says. */
  z.object({ do: z.literal('check-boards'), since: z.iso.datetime() }),
  /** Everybody has one with the next. */
  z.object({ do: z.literal('make-conversations') }),
  /** In order, or as a power cut does it. */
  z.object({ do: z.literal('stop-server'), server, isKilled: z.boolean() }),
  z.object({ do: z.literal('start-server'), server }),
  /** Empties Redis. */
  z.object({ do: z.literal('flush-redis') }),
  /** SIGKILL. */
  z.object({ do: z.literal('kill-part'), part: z.string() }),
  /** Starts it again; answered when it is ready. */
  z.object({ do: z.literal('start-part'), part: z.string() }),
  /** Looks at the invariants of what was placed since. */
  z.object({
    do: z.literal('examine'),
    since: z.iso.datetime(),
    /** Ids of orders that were answered, one a line. */
    ordersFile: z.string().optional(),
  }),
]);
export type Command = z.infer<typeof command>;

/** What each command is answered with. */
export interface Answers {
  /** A file for its owner only: the administrator's access token, then one a line for each of the people. */
  'make-crowd': { tokensFile: string };
  'fill-carts': { carts: number };
  /** A file with their ids, one a line. */
  'make-players': { playersFile: string };
  /** A file with the ids of some of them, evenly over all, one a line. */
  'make-boards': { idsFile: string };
  'check-boards': {
    boards: number;
    places: number;
    wrong: number;
    examples: readonly string[];
    /** Games that were accepted since. */
    submissions: number;
  };
  /** A file with their ids, one a line: the first is of the first and the second of the people. */
  'make-conversations': { conversationsFile: string };
  'stop-server': null;
  'start-server': null;
  'flush-redis': null;
  'kill-part': null;
  'start-part': null;
  examine: { holds: boolean; text: string };
}

/** Said once, when the Plaza is ready. */
export interface LaboratoryReady {
  url: string;
  /** Of every process that has metrics. */
  metricsUrls: readonly string[];
  /** What can be killed; nothing of a Plaza that somebody else has started. */
  parts: readonly string[];
  servers: readonly Server[];
}

export type FromLaboratory =
  | { ready: LaboratoryReady }
  | { id: number; answer: Answers[Command['do']] }
  | { id: number; error: string };

export interface ToLaboratory {
  id: number;
  command: Command;
}

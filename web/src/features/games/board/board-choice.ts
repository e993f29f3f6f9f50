import type {
  LeaderboardInput,
  LeaderboardWindow,
  Region,
} from '#schema/operations/generated/graphql.ts';
import { findPastPeriod } from './periods.ts';
import { REGION_LABELS, WINDOW_LABELS } from '../../../shared/games/game-labels.ts';

/** Which board one looks at; it is in the address, so that it can be shared. */
export type BoardChoice = {
  readonly modeId: string | undefined;
  readonly window: LeaderboardWindow;
  /** A period of the window that is over; the current one without it. */
  readonly period: string | undefined;
  readonly region: Region | undefined;
  readonly friendsOnly: boolean;
  /** The board of an event; window, region and friends are those of the event then. */
  readonly eventId: string | undefined;
};

export function readChoice(parameters: URLSearchParams, now: Date): BoardChoice {
  const named = parameters.get('window')?.toUpperCase();
  const window = isKeyOf(WINDOW_LABELS, named) ? named : 'ALL_TIME';
  const region = parameters.get('region')?.toUpperCase();
  return {
    modeId: parameters.get('mode') ?? undefined,
    window,
    period: findPastPeriod(window, parameters.get('period') ?? '', now)?.name,
    region: isKeyOf(REGION_LABELS, region) ? region : undefined,
    friendsOnly: parameters.get('friends') === 'only',
    eventId: parameters.get('event') ?? undefined,
  };
}

export function writeChoice(choice: BoardChoice): URLSearchParams {
  const parameters = new URLSearchParams();
  if (choice.modeId) parameters.set('mode', choice.modeId);
  if (choice.window !== 'ALL_TIME') parameters.set('window', choice.window.toLowerCase());
  if (choice.period) parameters.set('period', choice.period);
  if (choice.region) parameters.set('region', choice.region.toLowerCase());
  if (choice.friendsOnly) parameters.set('friends', 'only');
  if (choice.eventId) parameters.set('event', choice.eventId);
  return parameters;
}

/** `isSignedIn`: friends are of somebody. */
export function toBoardInput(
  { window, period, region, friendsOnly, eventId }: BoardChoice,
  modeId: string,
  isSignedIn: boolean,
): LeaderboardInput {
  if (eventId !== undefined) return { modeId, eventId };
  return {
    modeId,
    window,
    period: period ?? null,
    region: region ?? null,
    friendsOnly: friendsOnly && isSignedIn,
  };
}

/** Whether the board is the one that `leaderboardChanged` tells of. */
export function isWholeBoard({ period, region, friendsOnly, eventId }: LeaderboardInput): boolean {
  return (period ?? region ?? eventId) == null && friendsOnly !== true;
}

function isKeyOf<K extends string>(labels: Readonly<Record<K, string>>, key?: string): key is K {
  return key !== undefined && Object.hasOwn(labels, key);
}

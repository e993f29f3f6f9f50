import { bucketOf, PLAYERS_PER_BUCKET } from '../../domain/member.ts';

/** The keys of one board, all in one hash slot. */
export const boardKey = (board: string): string => `games:{${board}}:board`;

/** There while the board is as PostgreSQL says; a flush takes it with the rest. */
export const knownKey = (board: string): string => `games:{${board}}:known`;

/** When players reached their points, 128 players a hash. */
export const reachedKey = (board: string, playerNumber: number): string =>
  `${reachedPrefix(board)}${bucketOf(playerNumber)}`;

/** What the keys of all those hashes begin with. */
export const reachedPrefix = (board: string): string => `games:{${board}}:reached:`;

/** Whoever holds it rebuilds the board. */
export const rebuildKey = (board: string): string => `games:{${board}}:rebuild`;

/** Of a player in the hash at `reachedKey`: short, since it is kept once a player and board. */
export const fieldOf = (playerNumber: number): number => playerNumber % PLAYERS_PER_BUCKET;

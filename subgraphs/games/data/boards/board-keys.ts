import { bucketOf, PLAYERS_PER_BUCKET } from '../../domain/place.ts';
import { REGIONS, type Region } from '../../domain/player.ts';

// The keys of a group, which is the board of all regions of a mode and period and those of each, are in one hash slot.

/** Places of a region's players. */
export const regionKey = (group: string, region: Region): string =>
  `games:{places:${group}}:${region.toLowerCase()}`;

/** Of all regions, in the order of their numbers in scripts. */
export const regionKeys = (group: string): string[] =>
  REGIONS.map((region) => regionKey(group, region));

/** A region's number in scripts and in the hashes at `reachedKey`, from 1: new regions come last in the list. */
export const numberOfRegion = (region: Region): number => REGIONS.indexOf(region) + 1;

/** There while the group is as PostgreSQL says; a flush takes it with the rest. */
export const knownKey = (group: string): string => `games:{places:${group}}:known`;

/** Where members hold times: when players reached their points, and of which region they are, 128 players a hash. */
export const reachedKey = (group: string, playerNumber: number): string =>
  `${reachedPrefix(group)}${bucketOf(playerNumber)}`;

/** What the keys of all those hashes begin with. */
export const reachedPrefix = (group: string): string => `games:{places:${group}}:reached:`;

/** Where scores hold times: when the few reached their points whose scores have no room for it. */
export const reachedByFewKey = (group: string): string => `games:{places:${group}}:reached`;

/** Whoever holds it rebuilds the group. */
export const rebuildKey = (group: string): string => `games:{places:${group}}:rebuild`;

/** Of a player in the hash at `reachedKey`: short, since it is kept once a player and board. */
export const fieldOf = (playerNumber: number): number => playerNumber % PLAYERS_PER_BUCKET;

/**
 * A place on a board is a member of a sorted set, scored by its points. Redis orders equal scores by the
 * members' bytes, so a member begins with the time at which the points were reached, counted down: who
 * reached them first has the greater member and comes first. Then comes the player's number, which also
 * orders those of the same millisecond. A score alone cannot hold both: a double has 53 bits, points over
 * all time take 30 of them, and milliseconds 41.
 */
export const MEMBER_BYTES = 11;

const TIME_BYTES = 6;
const NUMBER_BYTES = 5;
const LAST_TIME = 2 ** (8 * TIME_BYTES) - 1;
export const MAX_PLAYER_NUMBER = 2 ** (8 * NUMBER_BYTES) - 1;

/** Players whose last times share one small hash: Redis keeps up to 128 fields of a hash as a list of bytes. */
export const PLAYERS_PER_BUCKET = 128;

export function encodeMember(playerNumber: number, reachedAt: Date): Buffer {
  const member = Buffer.allocUnsafe(MEMBER_BYTES);
  writeMember(member, 0, playerNumber, reachedAt.getTime());
  return member;
}

/** The same into a longer list of bytes. */
export function writeMember(
  bytes: Buffer,
  at: number,
  playerNumber: number,
  reachedMs: number,
): void {
  writeTime(bytes, at, reachedMs);
  bytes.writeUIntBE(playerNumber, at + TIME_BYTES, NUMBER_BYTES);
}

/** The beginning of a member: a time, counted down. */
export function writeTime(bytes: Buffer, at: number, ms: number): void {
  bytes.writeUIntBE(LAST_TIME - ms, at, TIME_BYTES);
}

export function decodeMember(member: Buffer): { playerNumber: number; reachedAt: Date } {
  return {
    reachedAt: new Date(LAST_TIME - member.readUIntBE(0, TIME_BYTES)),
    playerNumber: member.readUIntBE(TIME_BYTES, NUMBER_BYTES),
  };
}

/** Where a board keeps when a player reached its points. */
export const bucketOf = (playerNumber: number): number =>
  Math.floor(playerNumber / PLAYERS_PER_BUCKET);

import { readId, writeId } from './id-bytes.ts';
import type { SubmittedScore } from './submitted-score.ts';

/**
 * Lists of accepted scores as one string: base64 of 39 bytes each. Ten thousand a second pass through the outbox and
 * the bus, each written and read several times on its way; as JSON they are four times as long, and reading them is
 * most of what they cost.
 *
 * id (16), when it was accepted (6), player's number (5), score (4), seconds (4), mode's number (2), region (1, its
 * place in REGIONS), flags (1, of which the first says that somebody waits to hear what it led to). Whole numbers,
 * the highest byte first.
 */
export function packScores(scores: readonly SubmittedScore[]): string {
  const bytes = Buffer.allocUnsafe(scores.length * RECORD_BYTES);
  let at = 0;
  for (const score of scores) {
    const region = REGIONS.indexOf(score.region);
    if (region === -1) throw new Error(`${score.region} is no region that scores can have`);
    if (!writeId(score.id, bytes, at)) throw new Error(`${score.id} is no id of a score`);
    bytes.writeUIntBE(score.at, at + 16, 6);
    bytes.writeUIntBE(score.player, at + 22, 5);
    bytes.writeInt32BE(score.score, at + 27);
    bytes.writeUInt32BE(score.seconds, at + 31);
    bytes.writeUInt16BE(score.mode, at + 35);
    bytes.writeUInt8(region, at + 37);
    bytes.writeUInt8(score.isTracked ? IS_TRACKED : 0, at + 38);
    at += RECORD_BYTES;
  }
  return bytes.toString('base64');
}

/** Throws what was expected when it is no such list. */
export function unpackScores(packed: string): SubmittedScore[] {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length === 0 || bytes.length % RECORD_BYTES !== 0) {
    throw new Error(`packed scores are ${bytes.length} bytes: expected ${RECORD_BYTES} a score`);
  }
  const scores: SubmittedScore[] = [];
  for (let at = 0; at < bytes.length; at += RECORD_BYTES) {
    const region = REGIONS[bytes.readUInt8(at + 37)];
    if (region === undefined) throw new Error('packed scores have a region that nobody knows');
    scores.push({
      id: readId(bytes, at),
      player: bytes.readUIntBE(at + 22, 5),
      region,
      mode: bytes.readUInt16BE(at + 35),
      score: bytes.readInt32BE(at + 27),
      seconds: bytes.readUInt32BE(at + 31),
      at: bytes.readUIntBE(at + 16, 6),
      isTracked: (bytes.readUInt8(at + 38) & IS_TRACKED) !== 0,
    });
  }
  return scores;
}

const RECORD_BYTES = 39;
const IS_TRACKED = 1;

/** Their places are part of the format: new ones come last. */
const REGIONS: readonly string[] = [
  'AFRICA',
  'ASIA',
  'EUROPE',
  'NORTH_AMERICA',
  'OCEANIA',
  'SOUTH_AMERICA',
];

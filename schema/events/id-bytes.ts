/** A UUID as bytes: less than half of its text. */

export const ID_BYTES = 16;

const ID_LENGTH = 36;
const DASH = '-'.charCodeAt(0);
const NO_DIGIT = 0xff;
const digitOfCode = new Uint8Array(128).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit += 1) digitOfCode[digit.toString(16).charCodeAt(0)] = digit;

/** False for what is no UUID in lower case with its dashes: then what it has written means nothing. */
export function writeId(id: string, bytes: Uint8Array, start: number): boolean {
  if (id.length !== ID_LENGTH) return false;
  let index = 0;
  for (let at = start; at < start + ID_BYTES; at += 1) {
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (id.charCodeAt(index) !== DASH) return false;
      index += 1;
    }
    const high = digitOfCode[id.charCodeAt(index)] ?? NO_DIGIT;
    const low = digitOfCode[id.charCodeAt(index + 1)] ?? NO_DIGIT;
    if (high === NO_DIGIT || low === NO_DIGIT) return false;
    bytes[at] = (high << 4) | low;
    index += 2;
  }
  return true;
}

export function readId(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

import { REGIONS, type Region } from '../domain/player.ts';

/** What a score needs of its player. */
export interface NumberedPlayer {
  number: number;
  region: Region;
}

/** The numbers and regions of players by id, of a bounded number of players. */
export interface PlayerNumbers {
  find: (id: string) => NumberedPlayer | undefined;
  /** A player of long ago may have to go for it. */
  keep: (id: string, player: NumberedPlayer) => void;
}

const ID_WORDS = 4;
/** An id, a number, and the region's place in the list, from 1. */
const ENTRY_WORDS = ID_WORDS + 2;
const ENTRIES_PER_SET = 16;
const SET_WORDS = ENTRY_WORDS * ENTRIES_PER_SET;
const MAX_NUMBER = 0xff_ff_ff_ff;

const DIGITS_PER_WORD = 8;
const DIGITS = ID_WORDS * DIGITS_PER_WORD;
const DASH = '-'.charCodeAt(0);
const NO_DIGIT = 0xff;
const digitOfCode = new Uint8Array(128).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit += 1) {
  const text = digit.toString(16);
  digitOfCode[text.charCodeAt(0)] = digit;
  digitOfCode[text.toUpperCase().charCodeAt(0)] = digit;
}

/**
 * A set-associative table in one piece of memory: 48 bytes for each of `maxPlayers`, which neither the collector
 * looks at nor growing stops. So many fill half of it: of 2,000 of them one finds its set full.
 */
export function createPlayerNumbers(maxPlayers: number): PlayerNumbers {
  const sets = 2 ** Math.max(0, Math.ceil(Math.log2((maxPlayers * 2) / ENTRIES_PER_SET)));
  const table = new Uint32Array(sets * SET_WORDS);
  const wanted = new Uint32Array(ID_WORDS);

  /** The set of the id that is read into `wanted`. The last bits of a UUID are random. */
  const startOfSet = () => (((wanted[ID_WORDS - 1] ?? 0) & (sets - 1)) >>> 0) * SET_WORDS;

  function holds(at: number): boolean {
    for (let word = 0; word < ID_WORDS; word += 1) {
      if (table[at + word] !== wanted[word]) return false;
    }
    return true;
  }

  return {
    find(id) {
      if (!readId(id, wanted)) return undefined;
      const start = startOfSet();
      for (let at = start; at < start + SET_WORDS; at += ENTRY_WORDS) {
        if (!holds(at)) continue;
        const region = REGIONS[(table[at + ID_WORDS + 1] ?? 0) - 1];
        if (region !== undefined) return { number: table[at + ID_WORDS] ?? 0, region };
      }
      return undefined;
    },

    keep(id, { number, region }) {
      if (number > MAX_NUMBER || !readId(id, wanted)) return;
      const start = startOfSet();
      for (let at = start; at < start + SET_WORDS; at += ENTRY_WORDS) if (holds(at)) return;
      // The newest comes first, the oldest falls out.
      table.copyWithin(start + ENTRY_WORDS, start, start + SET_WORDS - ENTRY_WORDS);
      table.set(wanted, start);
      table[start + ID_WORDS] = number;
      table[start + ID_WORDS + 1] = REGIONS.indexOf(region) + 1;
    },
  };
}

/** False for what is no UUID. */
function readId(id: string, words: Uint32Array): boolean {
  let digits = 0;
  let word = 0;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    if (code === DASH) continue;
    const digit = digitOfCode[code] ?? NO_DIGIT;
    if (digit === NO_DIGIT || digits === DIGITS) return false;
    word = (word << 4) | digit;
    digits += 1;
    if (digits % DIGITS_PER_WORD === 0) words[digits / DIGITS_PER_WORD - 1] = word;
  }
  return digits === DIGITS;
}

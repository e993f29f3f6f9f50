import { ID_BYTES, readId, writeId } from '#schema/events/id-bytes.ts';
import { REGIONS, type KnownPlayer, type Region } from '../domain/player.ts';

/** What a score needs of its player. */
export interface NumberedPlayer {
  number: number;
  region: Region;
}

/** Players by id and by number, a bounded number of them. */
export interface PlayerTable {
  /** By the id as it is stored: in lower case, with its dashes. Nobody whose name is long. */
  find: (id: string) => KnownPlayer | undefined;
  /** The same, of whom nothing more is wanted than what a score needs. */
  findNumber: (id: string) => NumberedPlayer | undefined;
  findByNumber: (number: number) => KnownPlayer | undefined;
  /** A player of long ago may have to go for it. */
  keep: (player: KnownPlayer) => void;
}

const WORD_BYTES = 4;
const ID_WORDS = ID_BYTES / WORD_BYTES;
/**
 * A player: id (16 bytes), the user's id (16), number (4, 0 where there is nobody), place of the region in the list (1), whether
 * there is a user (1), bytes of the name (1), the name. There is room for 20 letters of two bytes; of whose name is longer
 * nothing but number and region is known.
 */
const PLAYER_BYTES = 80;
const PLAYER_WORDS = PLAYER_BYTES / WORD_BYTES;
const USER_AT = 16;
const NUMBER_WORD = 8;
const REGION_AT = 36;
const HAS_USER_AT = 37;
const LENGTH_AT = 38;
const NAME_AT = 39;
const MAX_NAME_BYTES = PLAYER_BYTES - NAME_AT;
const IS_LONGER = 255;
const MAX_NUMBER = 0xff_ff_ff_ff;

/** Two words each: a part of the id, and the number. */
const ENTRIES_PER_SET = 16;
const SET_WORDS = ENTRIES_PER_SET * 2;

/**
 * Two pieces of memory, which neither the collector looks at nor growing stops: a player has the place of its number, modulo
 * `maxPlayers`, and a set-associative table has numbers by id: 96 to 112 bytes a player, which the system gives page by page as
 * they are used. That table is half full at most: of 2,000 ids one finds its set full.
 */
export function createPlayerTable(maxPlayers: number): PlayerTable {
  const words = new Uint32Array(maxPlayers * PLAYER_WORDS);
  const bytes = Buffer.from(words.buffer);
  const sets = 2 ** Math.max(0, Math.ceil(Math.log2((maxPlayers * 2) / ENTRIES_PER_SET)));
  const entries = new Uint32Array(sets * SET_WORDS);
  const user = Buffer.alloc(ID_BYTES);
  const wantedWords = new Uint32Array(ID_WORDS);
  const wanted = Buffer.from(wantedWords.buffer);

  const placeOf = (number: number): number => number % maxPlayers;
  const isKept = (number: number): boolean =>
    number > 0 && words[placeOf(number) * PLAYER_WORDS + NUMBER_WORD] === number;
  /** The last bits of a UUID are random, and those before them. */
  const startOfSet = () => (((wantedWords[3] ?? 0) & (sets - 1)) >>> 0) * SET_WORDS;
  const tagOfWanted = () => wantedWords[2] ?? 0;

  function isWanted(place: number): boolean {
    const start = place * PLAYER_WORDS;
    for (let word = 0; word < ID_WORDS; word += 1) {
      if (words[start + word] !== wantedWords[word]) return false;
    }
    return true;
  }

  /** The number of whoever has the id that is read into `wanted`, 0 for nobody. */
  function findWanted(): number {
    const start = startOfSet();
    const tag = tagOfWanted();
    for (let at = start; at < start + SET_WORDS; at += 2) {
      if (entries[at] !== tag) continue;
      const number = entries[at + 1] ?? 0;
      if (isKept(number) && isWanted(placeOf(number))) return number;
    }
    return 0;
  }

  const regionOf = (place: number): Region =>
    REGIONS[bytes[place * PLAYER_BYTES + REGION_AT] ?? 0] as Region;

  function read(place: number): KnownPlayer | undefined {
    const start = place * PLAYER_BYTES;
    const name = start + NAME_AT;
    const length = bytes[start + LENGTH_AT] ?? 0;
    if (length === IS_LONGER) return undefined;
    return {
      id: readId(bytes, start),
      number: words[place * PLAYER_WORDS + NUMBER_WORD] ?? 0,
      userId: bytes[start + HAS_USER_AT] === 1 ? readId(bytes, start + USER_AT) : null,
      username: bytes.toString('utf8', name, name + length),
      region: regionOf(place),
    };
  }

  /** The newest comes first; whoever has lost the place falls out, or else the oldest. */
  function enter(number: number): void {
    const start = startOfSet();
    const tag = tagOfWanted();
    let free = start + SET_WORDS - 2;
    const isFull = entries[free + 1] !== 0;
    for (let at = free; at >= start; at -= 2) {
      const other = entries[at + 1] ?? 0;
      if (entries[at] === tag && other === number) return;
      if (isFull ? !isKept(other) : other === 0) free = at;
    }
    entries.copyWithin(start + 2, start, free);
    entries[start] = tag;
    entries[start + 1] = number;
  }

  return {
    find(id) {
      if (!writeId(id, wanted, 0)) return undefined;
      const number = findWanted();
      return number === 0 ? undefined : read(placeOf(number));
    },

    findNumber(id) {
      if (!writeId(id, wanted, 0)) return undefined;
      const number = findWanted();
      return number === 0 ? undefined : { number, region: regionOf(placeOf(number)) };
    },

    findByNumber(number) {
      return isKept(number) ? read(placeOf(number)) : undefined;
    },

    keep({ id, number, userId, username, region }) {
      const length = Buffer.byteLength(username);
      const regionNumber = REGIONS.indexOf(region);
      if (number < 1 || number > MAX_NUMBER || regionNumber === -1) return;
      if (userId !== null && !writeId(userId, user, 0)) return;
      if (!writeId(id, wanted, 0)) return;
      const place = placeOf(number);
      const start = place * PLAYER_BYTES;
      wanted.copy(bytes, start);
      words[place * PLAYER_WORDS + NUMBER_WORD] = number;
      bytes[start + REGION_AT] = regionNumber;
      user.copy(bytes, start + USER_AT);
      bytes[start + HAS_USER_AT] = userId === null ? 0 : 1;
      bytes[start + LENGTH_AT] = length > MAX_NAME_BYTES ? IS_LONGER : length;
      bytes.write(username, start + NAME_AT, MAX_NAME_BYTES, 'utf8');
      enter(number);
    },
  };
}

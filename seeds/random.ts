/** Numbers that look random and are the same for the same key. */
export interface Random {
  /** From 0 to below 1. */
  next: () => number;
  /** 32 random bits, from 0 to 2^32 - 1. */
  bits: () => number;
  /** A whole number from `min` to `max`, both possible. */
  int: (min: number, max: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  chance: (probability: number) => boolean;
  /** Of the standard normal distribution. */
  normal: () => number;
}

const WARM_UP_ROUNDS = 12;

/**
 * A stream of its own for each row (`kind`, `index`), so that rows can be made in any order and again.
 * sfc32 of PractRand, https://pracrand.sourceforge.net/RNG_engines.txt.
 */
export function createRandom(seed: number, kind: string, index: number): Random {
  let a = seed | 0;
  let b = hashText(kind);
  let c = index | 0;
  let counter = 1 + Math.floor(index / 2 ** 32);

  const next32 = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next32();

  const next = () => next32() / 2 ** 32;
  return {
    next,
    bits: next32,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
    // Box and Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}

const HEX_DIGITS = Buffer.from('0123456789abcdef');
const uuidText = Buffer.alloc(36, '-');

/** A UUIDv7 (RFC 9562) of that time with the stream's bits. Written digit by digit: ten million orders have two each. */
export function uuidAt(time: Date, random: Random): string {
  const ms = time.getTime();
  writeHex(0, Math.floor(ms / 0x10000), 8);
  writeHex(9, ms % 0x10000, 4);
  writeHex(14, 0x7000 | (random.bits() & 0xfff), 4);
  const high = random.bits();
  writeHex(19, 0x8000 | (high & 0x3fff), 4);
  writeHex(24, high >>> 16, 4);
  writeHex(28, random.bits(), 8);
  return uuidText.toString('latin1');
}

function writeHex(place: number, value: number, digits: number): void {
  for (let left = digits; left > 0; left--) {
    uuidText[place + left - 1] = HEX_DIGITS[value & 0xf] ?? 0;
    value >>>= 4;
  }
}

/** Picks by weight; the weights need not add up to anything. */
export function pickWeighted<Item>(
  random: Random,
  items: readonly (readonly [Item, number])[],
): Item {
  let rest = random.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new Error('there is nothing to pick from');
  return last[0];
}

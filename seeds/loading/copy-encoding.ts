/** The binary format of https://www.postgresql.org/docs/current/sql-copy.html: the server parses nothing. */

export type CopyValue = string | number | boolean | Date | null | readonly string[];

export type CopyType =
  | 'uuid'
  | 'text'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'bool'
  | 'timestamptz'
  | 'jsonb'
  /** An IPv4 address as a number. */
  | 'inet'
  | 'text[]';

/** Where bytes go: as many as there is room for. */
export interface ByteSink {
  bytes: Buffer;
  at: number;
}

/** Writes a value behind its length, which fits into the sink. */
export type Encoder = (sink: ByteSink, value: NonNullable<CopyValue>) => void;

/** A new one a column: it may remember the value before. */
export function createEncoder(type: CopyType): Encoder {
  return encoders[type]();
}

const FIELD_LENGTH_BYTES = 4;
/** Below this a loop is faster than a call of the runtime. */
const LONG_TEXT = 40;
/** PostgreSQL counts from 2000, in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const AF_INET = 2;
const TEXT_OID = 25;
const HEX_VALUES = Array.from({ length: 103 }, (_, code) =>
  Number.parseInt(String.fromCodePoint(code), 16),
);

const encoders: Record<CopyType, () => Encoder> = {
  uuid: createUuidEncoder,
  text: () => (sink, value) => writeText(sink, value as string),
  jsonb: () => writeJson,
  int2: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(2, sink.at);
    sink.at = sink.bytes.writeInt16BE(value as number, sink.at);
  },
  int4: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(4, sink.at);
    sink.at = sink.bytes.writeInt32BE(value as number, sink.at);
  },
  int8: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(8, sink.at);
    writeInt64(sink, value as number);
  },
  bool: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(1, sink.at);
    sink.bytes[sink.at++] = value === true ? 1 : 0;
  },
  timestamptz: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(8, sink.at);
    writeInt64(sink, ((value as Date).getTime() - EPOCH_MS) * 1_000);
  },
  inet: () => (sink, value) => {
    sink.at = sink.bytes.writeInt32BE(8, sink.at);
    sink.at = sink.bytes.writeUInt32BE((AF_INET << 24) | (32 << 16) | 4, sink.at);
    sink.at = sink.bytes.writeUInt32BE(value as number, sink.at);
  },
  'text[]': () => writeTexts,
};

/** The rows of an order follow each other in each table: its id is parsed once. */
function createUuidEncoder(): Encoder {
  const parsed = Buffer.alloc(16);
  let last: unknown;
  return (sink, value) => {
    if (value !== last) {
      parseUuid(value as string, parsed);
      last = value;
    }
    sink.at = sink.bytes.writeInt32BE(16, sink.at);
    sink.bytes.set(parsed, sink.at);
    sink.at += 16;
  };
}

function parseUuid(text: string, into: Buffer): void {
  let place = 0;
  for (let byte = 0; byte < 16; byte++) {
    if (text.charCodeAt(place) === 45) place++;
    const high = HEX_VALUES[text.charCodeAt(place)] ?? 0;
    into[byte] = (high << 4) | (HEX_VALUES[text.charCodeAt(place + 1)] ?? 0);
    place += 2;
  }
}

function writeText(sink: ByteSink, text: string): void {
  const start = sink.at + FIELD_LENGTH_BYTES;
  const length = writeCharacters(sink.bytes, start, text);
  sink.bytes.writeInt32BE(length, sink.at);
  sink.at = start + length;
}

function writeJson(sink: ByteSink, value: NonNullable<CopyValue>): void {
  const start = sink.at + FIELD_LENGTH_BYTES;
  const JSONB_VERSION = 1;
  sink.bytes[start] = JSONB_VERSION;
  const length = 1 + writeCharacters(sink.bytes, start + 1, value as string);
  sink.bytes.writeInt32BE(length, sink.at);
  sink.at = start + length;
}

function writeCharacters(bytes: Buffer, start: number, text: string): number {
  if (text.length > LONG_TEXT) return bytes.write(text, start);
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code > 127) return bytes.write(text, start);
    bytes[start + place] = code;
  }
  return text.length;
}

/** Of one dimension, without nulls. */
function writeTexts(sink: ByteSink, value: NonNullable<CopyValue>): void {
  const texts = value as readonly string[];
  const start = sink.at + FIELD_LENGTH_BYTES;
  const dimensions = texts.length === 0 ? [] : [texts.length, 1];
  const header = [dimensions.length / 2, 0, TEXT_OID, ...dimensions];
  let at = start;
  for (const number of header) at = sink.bytes.writeInt32BE(number, at);
  const rest = { bytes: sink.bytes, at };
  for (const text of texts) writeText(rest, text);
  sink.bytes.writeInt32BE(rest.at - start, sink.at);
  sink.at = rest.at;
}

/** A whole number that a double holds exactly. */
function writeInt64(sink: ByteSink, value: number): void {
  sink.at = sink.bytes.writeInt32BE(Math.floor(value / 2 ** 32), sink.at);
  sink.at = sink.bytes.writeInt32BE(value | 0, sink.at);
}

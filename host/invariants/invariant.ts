import type { Redis } from 'ioredis';

/** The subgraphs whose databases are looked at. */
export const DATABASES = ['accounts', 'catalog', 'chat', 'games', 'inventory', 'orders'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Everything that is looked at; nothing is written. */
export interface Places {
  /** One statement, and so one moment of that database. */
  query: <Row>(database: DatabaseName, text: string, values: readonly unknown[]) => Promise<Row[]>;
  redis: Redis;
}

export interface Range {
  /** Least UUIDv7 of orders and notifications that are looked at; the nil UUID looks at all. */
  sinceId: string;
  /** True when the range has a beginning: what was there before may be another shop's, or a seed's. */
  isPartial: boolean;
  /** Orders from here on were placed, not seeded; the nil UUID where nothing was seeded. */
  seededUntilId: string;
  now: Date;
  /** An order that has not moved for longer is stuck. */
  sagaLimitMs: number;
  /** An unpaid order that is older is stuck. */
  giveUpMs: number;
}

/** What is not as it should be: which thing, and what is wrong with it. */
export interface Violation {
  subject: string;
  text: string;
}

export interface Finding {
  /** Things that were looked at. */
  looked: number;
  /** Things that are wrong; `violations` has the first MAX_VIOLATIONS. */
  broken: number;
  violations: readonly Violation[];
}

export interface Invariant {
  name: string;
  /** What always holds. */
  says: string;
  /** True when it is about several transactions: then it holds a moment after, and counts when it is broken twice. */
  isEventual: boolean;
  check: (places: Places, range: Range) => Promise<Finding>;
}

/** Violations that one look keeps; the rest is counted. */
export const MAX_VIOLATIONS = 1_000;
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** The least UUIDv7 of that moment (RFC 9562: its first 48 bits are milliseconds). */
export function firstIdOf(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

const TIME_DIGITS = 12;

/** The moment at which the range begins; 1970 when all is looked at. */
export const beginOf = ({ sinceId }: Range): Date =>
  new Date(Number.parseInt(sinceId.replaceAll('-', '').slice(0, TIME_DIGITS), 16));

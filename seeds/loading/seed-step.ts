import type { Client } from 'pg';

export const SEED_DATABASES = [
  'accounts',
  'catalog',
  'inventory',
  'orders',
  'games',
  'chat',
] as const;
export type SeedDatabase = (typeof SEED_DATABASES)[number];

/** What can be seeded by itself. Players and conversations are those of the shop's users. */
export const SEED_PARTS = ['shop', 'games', 'chat'] as const;
export type SeedPart = (typeof SEED_PARTS)[number];

const DATABASES_OF: Record<SeedPart, readonly SeedDatabase[]> = {
  shop: ['accounts', 'catalog', 'inventory', 'orders'],
  games: ['games'],
  chat: ['chat'],
};

export function databasesOf(parts: readonly SeedPart[]): SeedDatabase[] {
  return SEED_PARTS.filter((part) => parts.includes(part)).flatMap((part) => DATABASES_OF[part]);
}

export type LoadChunk = (client: Client) => Promise<void>;

/** A part of the work, in chunks that each database commits one by one. */
export interface SeedStep {
  /** Names it in the record of what is done. */
  name: string;
  databases: readonly SeedDatabase[];
  /** How many it makes; what it counts is its own business. */
  rows: number;
  chunkSize: number;
  /**
   * Makes those from `from` to before `to` once, and says how a database takes its share of them, in the
   * transaction of the chunk.
   */
  make: (from: number, to: number) => Promise<LoadChunks> | LoadChunks;
}

export type LoadChunks = Partial<Record<SeedDatabase, LoadChunk>>;

export function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

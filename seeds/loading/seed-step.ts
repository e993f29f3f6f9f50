import type { Client } from 'pg';

export type SeedDatabase = 'accounts' | 'catalog' | 'inventory' | 'orders';

export const SEED_DATABASES: readonly SeedDatabase[] = [
  'accounts',
  'catalog',
  'inventory',
  'orders',
];

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

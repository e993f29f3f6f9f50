import type { Client } from 'pg';

export type SeedDatabase = 'accounts' | 'catalog' | 'inventory' | 'orders';

export const SEED_DATABASES: readonly SeedDatabase[] = [
  'accounts',
  'catalog',
  'inventory',
  'orders',
];

/** A part of the work in one database, in chunks that are committed one by one. */
export interface SeedStep {
  /** Names it in the record of what is done. */
  name: string;
  database: SeedDatabase;
  /** How many it makes; what it counts is its own business. */
  rows: number;
  chunkSize: number;
  /** Makes those from `from` to before `to`, in the chunk's transaction. */
  load: (client: Client, from: number, to: number) => Promise<void>;
}

export function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

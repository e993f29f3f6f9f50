/** A running server, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

export const OUTSIDE: string;
export function homeRecord(dataDir: string): string;
export function findHome(dataDir: string): Promise<string | undefined>;
export function findPostmaster(clusterDir: string): Promise<Postmaster | undefined>;
export function removeStalePidFile(clusterDir: string): Promise<void>;
export function removePostgres(dataDir: string): Promise<string[]>;

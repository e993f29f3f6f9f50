export interface RunningRedis {
  pid: number;
  port: number;
}

export function recordRedis(dataDir: string, pid: number, port: number): Promise<void>;
export function forgetRedis(dataDir: string): Promise<void>;
export function findRedis(dataDir: string): Promise<RunningRedis | undefined>;

export function stopServers(dirs: { postgres: string; redis: string }): Promise<string[]>;
export function stopServersAtOnce(dirs: { postgres: string; redis: string }): Promise<string[]>;
export function stop(
  name: string,
  pid: number | undefined,
  signal: NodeJS.Signals,
): Promise<string | undefined>;

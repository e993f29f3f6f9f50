export function stopLeftServers(stateDir?: string): Promise<string[]>;

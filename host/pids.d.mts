export function isRunning(pid: number): boolean;
export function commandLine(pid: number): string;
export function startedAt(pid: number): string;
export function stopPid(pid: number, signal: NodeJS.Signals, timeoutMs: number): Promise<boolean>;

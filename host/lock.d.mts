export function takeLock(file: string): Promise<number | undefined>;
export function findLockHolder(file: string): Promise<number | undefined>;
export function releaseLock(file: string): Promise<void>;

export function canInstall(): Promise<boolean>;
export function aptInstall(packages: readonly string[]): Promise<void>;

export function requireOwnPackages(folder: string): void;

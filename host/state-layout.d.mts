export interface StateLayout {
  marker: string;
  lock: string;
  secrets: string;
  postgres: string;
  redis: string;
}

export function stateDirOf(env: NodeJS.ProcessEnv): string;
export function layoutOf(stateDir: string): StateLayout;

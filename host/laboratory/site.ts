import type { LaboratoryReady, Server } from '../../schema/laboratory/commands.ts';

/** A Plaza that can be loaded and broken. */
export interface Site extends AsyncDisposable {
  ready: LaboratoryReady;
  /** The settings with which its databases and Redis are reached, and its tokens are signed. */
  env: Readonly<Record<string, string>>;
  stopServer: (server: Server, isKilled: boolean) => Promise<void>;
  startServer: (server: Server) => Promise<void>;
  killPart: (part: string) => Promise<void>;
  startPart: (part: string) => Promise<void>;
}

/** For what somebody else has started. */
export function refuseToBreak(): Promise<never> {
  return Promise.reject(
    new Error('this was started by somebody else and is not ours to stop: use --start'),
  );
}

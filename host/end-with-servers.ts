import type { Lifecycle } from '../platform/process/lifecycle.ts';
import type { LocalState } from './state.ts';
import { onStopRequest } from './stop-request.ts';
import { stopServersAtOnce } from './stop-servers.mjs';

export interface Ending {
  /** Stops everything in order, and ends the process. */
  end: (code: number) => Promise<void>;
  /** Has the state given back, and its servers stopped, whatever they were about to do. */
  owns: (state: LocalState) => void;
}

/** Ends this process in order when it is asked to, and at once when it is asked again: never without its servers. */
export function endWithServers(lifecycle: Lifecycle): Ending {
  let owned: LocalState | undefined;

  async function end(code: number): Promise<void> {
    await lifecycle.stop();
    process.exit(code);
  }

  async function hurry(): Promise<void> {
    try {
      if (owned !== undefined) await stopServersAtOnce(owned);
      await owned?.release();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    } finally {
      process.exit(1);
    }
  }

  onStopRequest(
    () => void end(0),
    () => void hurry(),
  );
  return {
    end,
    owns(state) {
      owned = state;
      lifecycle.onStop('state', () => state.release());
      // A server that is only just starting has nobody yet who would stop it.
      lifecycle.onStop('servers', () => stopServersAtOnce(state));
    },
  };
}

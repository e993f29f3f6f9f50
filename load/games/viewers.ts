import { preciseNow } from '../driver/precise-now.ts';
import { forEachOf, openSocket } from '../live/socket.ts';
import { MODES, WATCH } from './bodies.ts';
import { createSight, type Leads, type Seen } from './sight.ts';

const CONNECTING = 50;

/** Sockets that follow one board, until their thread ends. */
export interface Viewers {
  /** How many could not be opened. */
  open: () => Promise<number>;
  look: () => Seen;
}

export function createViewers(url: string, count: number, leads: Leads): Viewers {
  const { receive, look } = createSight(leads, count);

  return {
    look,
    async open() {
      let failed = 0;
      const variables = { modeId: MODES[0].id };
      await forEachOf(count, CONNECTING, async (viewer) => {
        const onEvent = (frame: string) => receive(viewer, frame, preciseNow());
        try {
          await openSocket(url, undefined, [{ query: WATCH, variables, onEvent }]);
        } catch {
          failed += 1;
        }
      });
      return failed;
    },
  };
}

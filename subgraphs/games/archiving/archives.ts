import { AppError } from '#platform/errors.ts';
import type { Store } from '#platform/database/store.ts';
import { findArchivedBoard } from '../data/archive.repository.ts';
import { hasGames, type BoardContent } from '../data/boards/stored-places.ts';
import type { Tables } from '../data/tables.ts';
import { archiveBoard } from './archive-board.ts';

/** Archives of boards that Redis has forgotten. */
export interface Archives {
  /** Makes the archive of a board from history if the job has not, such as after months without a running product. */
  ensure: (content: BoardContent) => Promise<void>;
}

/** Each holds a connection while it reads the history of its period. */
const MAX_AT_ONCE = 2;
const RETRY_AFTER_SECONDS = 5;

export function createArchives({
  store,
  now,
}: {
  store: Store<Tables>;
  now: () => Date;
}): Archives {
  const underWay = new Map<string, Promise<void>>();

  return {
    async ensure(content) {
      const { name, group, period } = content.board;
      if (underWay.get(group) === undefined) {
        if ((await findArchivedBoard(store.db, name)) !== undefined) return;
        // Whoever asks for years before the first game leaves nothing behind.
        if (!(await hasGames(store.db, period))) return;
      }
      const running = underWay.get(group);
      if (running !== undefined) return running;
      if (underWay.size >= MAX_AT_ONCE) {
        throw new AppError('UNAVAILABLE', 'other boards of the past are being made: try again', {
          details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
        });
      }
      const started = archiveBoard(store, content, { archivedAt: now() }).finally(() =>
        underWay.delete(group),
      );
      underWay.set(group, started);
      return started;
    },
  };
}

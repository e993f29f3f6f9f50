import type { PoolClient, QueryResult } from 'pg';

/** How statements of a connection get to PostgreSQL. */
export interface Travel {
  /** Sends it with the next one that goes, which waits for its answer, too. */
  hold: (send: () => Promise<unknown>) => void;
  /**
   * Sends it, with what is held before it, in one write. Fails with what a held one has failed with, unless the failure
   * is known already: a rollback.
   */
  go: (send: () => Promise<QueryResult>, isKnownToFail: boolean) => Promise<QueryResult>;
  /** Nothing more is sent for now. */
  end: () => void;
}

/** The client is one that pipelines: it sends a statement before those in front of it are answered, and keeps their order. */
export function createTravel(client: PoolClient): Travel {
  const { stream } = client.connection;
  let isCorked = false;
  // Bounded by the statements of a transaction between two that are waited for.
  let unheard: Promise<unknown>[] = [];

  function uncork(): void {
    if (isCorked) stream.uncork();
    isCorked = false;
  }

  return {
    hold(send) {
      if (!isCorked) stream.cork();
      isCorked = true;
      const answer = send();
      // Heard with the next.
      answer.catch(() => undefined);
      unheard.push(answer);
    },

    async go(send, isKnownToFail) {
      const before = unheard;
      unheard = [];
      const answer = send();
      uncork();
      if (before.length === 0) return answer;
      // When one before it has failed, all behind it have too: the first in their order is the cause, whichever of them is
      // heard of first.
      answer.catch(() => undefined);
      if (isKnownToFail) await Promise.allSettled(before);
      else for (const each of before) await each;
      return answer;
    },

    end() {
      uncork();
      unheard = [];
    },
  };
}

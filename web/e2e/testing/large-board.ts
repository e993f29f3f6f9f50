import type { Page, Route, WebSocketRoute } from 'playwright-core';

const PAGE_ROWS = 100;
const TOP = 10;

type Request = {
  operationName?: string;
  variables?: { fromRank?: number };
};

export type LargeBoard = {
  /** First ranks of the pages that were asked for. */
  readonly asked: number[];
  /** Tells of a new top of the board: the last of the first ten goes to the front. */
  rotateTop: () => void;
};

/** Answers the board's operations as a board of so many players would; everything else goes to the product. */
export async function openLargeBoard(page: Page, totalPlayers: number): Promise<LargeBoard> {
  const asked: number[] = [];
  const top = Array.from({ length: TOP }, (_, index) => index + 1);
  const tell = new Set<() => void>();

  const entryOf = (rank: number, number: number) => ({
    __typename: 'LeaderboardEntry',
    rank,
    score: 10 * totalPlayers - rank,
    percentile: (100 * (totalPlayers - rank)) / totalPlayers,
    player: {
      __typename: 'Player',
      id: `player-${number}`,
      username: `player-${number}`,
      region: 'EUROPE',
    },
  });
  const entriesFrom = (first: number, count: number) =>
    Array.from({ length: Math.max(0, Math.min(count, totalPlayers - first + 1)) }, (_, index) => {
      const rank = first + index;
      return entryOf(rank, top[rank - 1] ?? rank);
    });

  await page.route('**/graphql', async (route: Route) => {
    const request = route.request().postDataJSON() as Request;
    if (request.operationName !== 'BoardPage') return route.continue();
    const fromRank = request.variables?.fromRank ?? 1;
    asked.push(fromRank);
    const entries = entriesFrom(fromRank, PAGE_ROWS);
    const leaderboard = { period: 'all', endsAt: null, isClosed: false, totalPlayers, entries };
    await route.fulfill({
      json: { data: { leaderboard: { __typename: 'Leaderboard', ...leaderboard } } },
    });
  });

  await page.routeWebSocket('**/graphql', (socket: WebSocketRoute) => {
    socket.onMessage((text) => {
      const { type, id, payload } = JSON.parse(String(text)) as {
        type: string;
        id?: string;
        payload?: Request;
      };
      if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }));
      if (type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
      if (type !== 'subscribe' || payload?.operationName !== 'BoardChanged') return;
      tell.add(() => {
        const changed = { totalPlayers, entries: entriesFrom(1, TOP) };
        const data = { leaderboardChanged: { __typename: 'Leaderboard', ...changed } };
        socket.send(JSON.stringify({ type: 'next', id, payload: { data } }));
      });
    });
  });

  return {
    asked,
    rotateTop: () => {
      const last = top.pop();
      if (last !== undefined) top.unshift(last);
      for (const send of tell) send();
    },
  };
}

import type { Page, Route } from 'playwright-core';

type Request = {
  operationName?: string;
  variables?: {
    status?: string;
    input?: { ids?: string[]; verdict?: string; note?: string | null; submissionIds?: string[] };
  };
};

export type FlaggedGames = {
  /** Games that were taken off the boards, by id. */
  readonly removed: readonly string[];
};

/** Answers what administrators ask about flagged games: a thousand games have to be played before one is flagged. */
export async function openFlaggedGames(
  page: Page,
  usernames: readonly string[],
): Promise<FlaggedGames> {
  const removed: string[] = [];
  const flags = usernames.map((username, number) => ({
    __typename: 'CheatFlag',
    id: `flag-${number}`,
    status: 'OPEN',
    suspicion: 0.9 - number / 10,
    reasons: ['SCORE_OUTLIER'],
    zScore: 6.9 - number,
    createdAt: new Date().toISOString(),
    reviewedAt: null as string | null,
    note: null as string | null,
    reviewedBy: null as object | null,
    player: { __typename: 'Player', id: `player-${number}`, username },
    mode: { __typename: 'GameMode', id: 'raid', name: 'Raid' },
    submission: {
      __typename: 'Submission',
      id: `game-${number}`,
      score: 30_000,
      durationSeconds: 545,
      status: 'COUNTED',
    },
  }));

  function review({ ids, verdict, note }: NonNullable<Request['variables']>['input'] & object) {
    const decided = flags.filter(({ id, status }) => status === 'OPEN' && ids?.includes(id));
    for (const flag of decided) {
      flag.status = verdict ?? '';
      flag.note = note ?? null;
      flag.reviewedAt = new Date().toISOString();
      flag.reviewedBy = { __typename: 'User', id: 'admin', name: 'Alex Admin' };
    }
    return decided;
  }

  function answer({ operationName, variables }: Request): object | undefined {
    const input = variables?.input ?? {};
    if (operationName === 'CheatFlags') {
      const shown = flags.filter(({ status }) => status === variables?.status);
      const edges = shown.map((node) => ({
        __typename: 'CheatFlagEdge',
        cursor: node.id,
        node,
      }));
      const pageInfo = { __typename: 'PageInfo', endCursor: null, hasNextPage: false };
      return { cheatFlags: { __typename: 'CheatFlagConnection', edges, pageInfo } };
    }
    if (operationName === 'ReviewCheatFlags') return { reviewCheatFlags: review(input) };
    if (operationName !== 'RemoveScores') return undefined;
    const ids = input.submissionIds ?? [];
    removed.push(...ids);
    return {
      removeScores: { __typename: 'ScoreAdjustment', id: 'adjustment', scoreCount: ids.length },
    };
  }

  await page.route('**/graphql', async (route: Route) => {
    const data = answer(route.request().postDataJSON() as Request);
    if (data === undefined) return route.continue();
    await route.fulfill({ json: { data } });
  });
  return { removed };
}

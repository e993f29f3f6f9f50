/** Ranks that are something to reach, best first. */
const TIERS = [1, 3, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

export type Milestone = {
  /** The rank to reach. */
  readonly goalRank: number;
  /** The rank that the way there began at: the tier that the player is in ends here. */
  readonly fromRank: number;
};

/** What is next for a rank on a board of so many; nothing for the first. */
export function nextMilestone(rank: number, totalPlayers: number): Milestone | undefined {
  const goalRank = TIERS.findLast((tier) => tier < rank);
  if (goalRank === undefined) return undefined;
  const fromRank = TIERS.find((tier) => tier >= rank) ?? totalPlayers;
  return { goalRank, fromRank: Math.max(rank, Math.min(fromRank, totalPlayers)) };
}

/** How much of the points between two ranks one has, in percent. */
export function progressPercent(score: number, fromScore: number, goalScore: number): number {
  if (goalScore <= fromScore) return 100;
  const share = (score - fromScore) / (goalScore - fromScore);
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}

/** The share of players one is ahead of; rounded down, so that only who is ahead of all is told so. */
export function formatPercentile(percentile: number): string {
  return `${(Math.floor(percentile * 100) / 100).toFixed(2)} %`;
}

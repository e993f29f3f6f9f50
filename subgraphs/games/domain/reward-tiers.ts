/** Ranks above it get nothing: rewards are for the first. */
export const MAX_REWARDED_RANK = 10_000;
const MAX_TIERS = 20;
const MAX_NAME = 40;
const MAX_COINS = 1_000_000;

/** What is wrong with a table of rewards, for people; nothing when it will do. */
export function findTierFault(
  tiers: readonly { upToRank: number; name: string; coins: number }[],
): string | undefined {
  if (tiers.length < 1 || tiers.length > MAX_TIERS) {
    return `tiers must be 1 to ${MAX_TIERS}, not ${tiers.length}`;
  }
  for (const { upToRank, name, coins } of tiers) {
    if (upToRank < 1 || upToRank > MAX_REWARDED_RANK) {
      return `upToRank must be from 1 to ${MAX_REWARDED_RANK}, not ${upToRank}`;
    }
    if (name.trim().length < 1 || name.length > MAX_NAME) {
      return `name must have 1 to ${MAX_NAME} characters`;
    }
    if (coins < 0 || coins > MAX_COINS) return `coins must be from 0 to ${MAX_COINS}, not ${coins}`;
  }
  const ranks = new Set(tiers.map(({ upToRank }) => upToRank));
  return ranks.size === tiers.length ? undefined : 'two tiers must not end at the same rank';
}

import type { SeasonRewardTierInput } from '#schema/operations/generated/graphql.ts';

export const MAX_TIERS = 20;
const MAX_RANK = 10_000;
const MAX_NAME = 40;
const MAX_COINS = 1_000_000;

/** A tier as it is being typed; the key tells rows apart while they have the same content. */
export type TierFields = {
  key: string;
  upToRank: number | string;
  name: string;
  coins: number | string;
};

export type TiersForm = { tiers: TierFields[] };

export const validateTiers = {
  tiers: {
    upToRank: (rank: number | string, { tiers }: TiersForm) => {
      if (!isWithin(rank, 1, MAX_RANK)) return `1 to ${MAX_RANK.toLocaleString('en')}`;
      const same = tiers.filter(({ upToRank }) => upToRank === rank);
      return same.length > 1 ? 'Two tiers end here' : null;
    },
    name: (name: string) =>
      name.trim().length >= 1 && name.trim().length <= MAX_NAME ? null : '1 to 40 characters',
    coins: (coins: number | string) =>
      isWithin(coins, 0, MAX_COINS) ? null : `0 to ${MAX_COINS.toLocaleString('en')}`,
  },
};

/** The tiers as the graph takes them, the best first. */
export function toTierInputs({ tiers }: TiersForm): SeasonRewardTierInput[] {
  return tiers
    .map(({ upToRank, name, coins }) => ({
      upToRank: Number(upToRank),
      name: name.trim(),
      coins: Number(coins),
    }))
    .toSorted((one, other) => one.upToRank - other.upToRank);
}

function isWithin(value: number | string, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

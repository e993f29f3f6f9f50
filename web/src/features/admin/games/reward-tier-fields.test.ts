import { toTierInputs, validateTiers, type TierFields } from './reward-tier-fields.ts';

const tier = (change: Partial<TierFields> = {}): TierFields => ({
  key: 'k',
  upToRank: 10,
  name: 'Gold',
  coins: 500,
  ...change,
});

test('a tier ends at a rank that no other ends at', () => {
  const { upToRank } = validateTiers.tiers;
  expect(upToRank(10, { tiers: [tier(), tier({ upToRank: 100 })] })).toBeNull();
  expect(upToRank(10, { tiers: [tier(), tier()] })).toBe('Two tiers end here');
  for (const wrong of [0, 10_001, 1.5, '']) {
    expect(upToRank(wrong, { tiers: [tier({ upToRank: wrong })] })).toBe('1 to 10,000');
  }
});

test('a tier has a name, and coins within bounds', () => {
  const { name, coins } = validateTiers.tiers;
  expect([name('Gold'), coins(0), coins(1_000_000)]).toEqual([null, null, null]);
  expect(name('  ')).toBe('1 to 40 characters');
  expect(name('x'.repeat(41))).toBe('1 to 40 characters');
  for (const wrong of [-1, 1_000_001, '']) expect(coins(wrong)).toBe('0 to 1,000,000');
});

test('the best tier comes first, whatever the order they were typed in', () => {
  expect(
    toTierInputs({ tiers: [tier({ upToRank: 100, name: ' Silver ' }), tier({ upToRank: 1 })] }),
  ).toEqual([
    { upToRank: 1, name: 'Gold', coins: 500 },
    { upToRank: 100, name: 'Silver', coins: 500 },
  ]);
});

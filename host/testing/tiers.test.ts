import { selectTiers } from './tiers.ts';

const namesOf = (...words: string[]) => selectTiers(words).tiers.map((tier) => tier.name);

test('runs every tier when none is named', () => {
  expect(namesOf()).toEqual([
    'check',
    'unit',
    'int',
    'graph in process',
    'graph distributed',
    'browser',
  ]);
});

test('runs the tiers that are named, in their own order', () => {
  expect(namesOf('browser', 'graph')).toEqual(['graph in process', 'graph distributed', 'browser']);
});

test('what is no tier is a pattern, which says nothing to a tier without test files', () => {
  expect(selectTiers(['int', 'subgraphs/orders'])).toMatchObject({
    tiers: [{ name: 'int' }],
    patterns: ['subgraphs/orders'],
  });
  expect(namesOf('subgraphs/orders')).not.toContain('check');
});

test('refuses an option, and says what there is', () => {
  expect(() => selectTiers(['--watch'])).toThrow('Unknown option --watch. Usage: npm test');
});

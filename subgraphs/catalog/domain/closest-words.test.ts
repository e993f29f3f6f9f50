import { closestWords, countErrors } from './closest-words.ts';

test.each([
  ['same', 'same', 0],
  ['cofee', 'coffee', 1],
  ['chiar', 'chair', 1],
  ['kattle', 'kettle', 1],
  ['leahter', 'leather', 1],
  ['expresso', 'espresso', 1],
  ['grindr', 'grid', 2],
  ['', 'mug', 3],
])('%s and %s are %i errors apart, either way round', (one, other, errors) => {
  expect(countErrors(one, other)).toBe(errors);
  expect(countErrors(other, one)).toBe(errors);
});

test('takes the closest words only', () => {
  expect(closestWords('chiar', ['china', 'car', 'chair', 'cedar'])).toEqual(['chair']);
  expect(closestWords('bat', ['bath', 'hat', 'cat', 'boat', 'battery'])).toEqual([
    'bath',
    'hat',
    'cat',
  ]);
});

test('forgives two errors in a long word and one in a short one', () => {
  expect(closestWords('bakpak', ['backpack'])).toEqual(['backpack']);
  expect(closestWords('mog', ['mugs'])).toEqual([]);
  expect(closestWords('zzyzx', [])).toEqual([]);
});

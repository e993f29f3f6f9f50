import { isWholeBoard, readChoice, toBoardInput, writeChoice } from './board-choice.ts';

test('what is chosen is in the address, and comes back from it', () => {
  const address = 'mode=raid&window=weekly&region=south_america&friends=only';
  const choice = readChoice(new URLSearchParams(address));
  expect(choice).toEqual({
    modeId: 'raid',
    window: 'WEEKLY',
    region: 'SOUTH_AMERICA',
    friendsOnly: true,
    eventId: undefined,
  });
  expect(writeChoice(choice).toString()).toBe(address);
});

test('an address that makes no sense shows everything', () => {
  const choice = readChoice(new URLSearchParams('window=toString&region=mars&friends=yes'));
  expect(writeChoice(choice).toString()).toBe('');
});

test('friends are asked for by those who are somebody', () => {
  const choice = readChoice(new URLSearchParams('friends=only'));
  expect(toBoardInput(choice, 'raid', false).friendsOnly).toBe(false);
  expect(toBoardInput(choice, 'raid', true).friendsOnly).toBe(true);
});

test('the board of an event has no window and no region', () => {
  const choice = readChoice(new URLSearchParams('event=e1&region=asia&window=daily'));
  expect(toBoardInput(choice, 'raid', true)).toEqual({ modeId: 'raid', eventId: 'e1' });
});

test('only the whole board of a window is told of live', () => {
  expect(isWholeBoard({ modeId: 'raid', window: 'DAILY', region: null, friendsOnly: false })).toBe(
    true,
  );
  expect(isWholeBoard({ modeId: 'raid', region: 'ASIA' })).toBe(false);
  expect(isWholeBoard({ modeId: 'raid', friendsOnly: true })).toBe(false);
  expect(isWholeBoard({ modeId: 'raid', eventId: 'e1' })).toBe(false);
});

import { isWholeBoard, readChoice, toBoardInput, writeChoice } from './board-choice.ts';

const NOW = new Date('2026-11-21T09:00:00Z');

test('what is chosen is in the address, and comes back from it', () => {
  const address = 'mode=raid&window=weekly&period=2026-W40&region=south_america&friends=only';
  const choice = readChoice(new URLSearchParams(address), NOW);
  expect(choice).toEqual({
    modeId: 'raid',
    window: 'WEEKLY',
    period: '2026-W40',
    region: 'SOUTH_AMERICA',
    friendsOnly: true,
    eventId: undefined,
  });
  expect(writeChoice(choice).toString()).toBe(address);
});

test('an address that makes no sense shows everything', () => {
  const choice = readChoice(
    new URLSearchParams('window=toString&period=2026-W40&region=mars&friends=yes'),
    NOW,
  );
  expect(writeChoice(choice).toString()).toBe('');
});

test('friends are asked for by those who are somebody', () => {
  const choice = readChoice(new URLSearchParams('friends=only'), NOW);
  expect(toBoardInput(choice, 'raid', false).friendsOnly).toBe(false);
  expect(toBoardInput(choice, 'raid', true).friendsOnly).toBe(true);
});

test('the board of an event has no window and no region', () => {
  const choice = readChoice(new URLSearchParams('event=e1&region=asia&window=daily'), NOW);
  expect(toBoardInput(choice, 'raid', true)).toEqual({ modeId: 'raid', eventId: 'e1' });
});

test('only the whole board of a window is told of live', () => {
  expect(isWholeBoard({ modeId: 'raid', window: 'DAILY', region: null, friendsOnly: false })).toBe(
    true,
  );
  expect(isWholeBoard({ modeId: 'raid', region: 'ASIA' })).toBe(false);
  expect(isWholeBoard({ modeId: 'raid', friendsOnly: true })).toBe(false);
  expect(isWholeBoard({ modeId: 'raid', window: 'DAILY', period: '2026-11-20' })).toBe(false);
  expect(isWholeBoard({ modeId: 'raid', eventId: 'e1' })).toBe(false);
});

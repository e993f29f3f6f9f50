import { EMPTY_EVENT, toEventInput, validateEvent } from './event-fields.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

test('an event without a start begins in half a minute', () => {
  const input = toEventInput({ ...EMPTY_EVENT, name: ' Weekend ', modeId: 'raid', hours: 1 }, NOW);
  expect(input).toEqual({
    name: 'Weekend',
    modeId: 'raid',
    startsAt: '2026-03-01T12:00:30.000Z',
    endsAt: '2026-03-01T13:00:30.000Z',
    multiplier: 2,
  });
});

test('each field says what it expects', () => {
  expect(validateEvent.name(' ')).toBe('1 to 80 characters');
  expect(validateEvent.modeId(null)).toBe('Choose a mode');
  expect(validateEvent.startsAt('soon')).toBe('A date and a time');
  expect(validateEvent.hours('')).toBe('More than 0, up to 744');
  expect(validateEvent.multiplier(1.5)).toBe('1 to 10');
  expect(validateEvent.multiplier(10)).toBeNull();
});

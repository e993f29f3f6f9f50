import { channelsFor } from './channels.ts';
import { DEFAULT_PREFERENCES } from './user.ts';

const phone = '+4915112345678';
const reachable = (change: object = {}, number: string | null = phone) => ({
  phone: number,
  preferences: { ...DEFAULT_PREFERENCES, ...change },
});

test('news about orders come by the ways that the user chose', () => {
  expect(channelsFor('ORDER_SHIPPED', reachable())).toEqual(['EMAIL']);
  expect(
    channelsFor('ORDER_SHIPPED', reachable({ orderChannels: ['EMAIL', 'SMS', 'PUSH'] })),
  ).toEqual(['EMAIL', 'SMS', 'PUSH']);
});

test('without a way they are in the list and live', () => {
  expect(channelsFor('ORDER_SHIPPED', reachable({ orderChannels: [] }))).toEqual(['PUSH']);
  expect(channelsFor('ORDER_SHIPPED', reachable({ orderChannels: ['SMS'] }, null))).toEqual([
    'PUSH',
  ]);
});

test('offers are made to those alone who want them', () => {
  expect(channelsFor('OFFER', reachable())).toEqual([]);
  expect(channelsFor('OFFER', reachable({ marketingChannels: ['SMS'] }))).toEqual(['SMS']);
  expect(channelsFor('OFFER', reachable({ marketingChannels: ['SMS'] }, null))).toEqual([]);
});

test('who has just come is greeted by e-mail, whatever they chose', () => {
  expect(channelsFor('WELCOME', reachable({ orderChannels: [] }))).toEqual(['EMAIL']);
});

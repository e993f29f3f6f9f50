import type { Live } from '#platform/live/live.ts';
import { orderChannel, PLACED_CHANNEL } from '../live/order-channels.ts';
import { createLiveConsumer } from './live.consumer.ts';

const NOON = new Date('2026-03-01T12:00:00Z');

async function channelsToldOf(time: string): Promise<string[]> {
  const channels: string[] = [];
  const live = { publish: (channel: string) => Promise.resolve(void channels.push(channel)) };
  const consumer = createLiveConsumer(live as unknown as Live, () => NOON);
  await consumer.handle([{ id: 'e1', type: 'order.created', key: 'o1', time, data: {} }]);
  return channels;
}

test('a placed order is told to who follows it and to who watches all', async () => {
  expect(await channelsToldOf('2026-03-01T11:59:59Z')).toEqual([
    orderChannel('o1'),
    PLACED_CHANNEL,
  ]);
});

test('an order that the bus delivers once more, minutes later, is not announced as new', async () => {
  expect(await channelsToldOf('2026-03-01T11:55:00Z')).toEqual([orderChannel('o1')]);
});

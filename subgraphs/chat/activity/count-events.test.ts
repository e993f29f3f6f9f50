import { countByMinute } from './count-events.ts';

const at = (text: string) => new Date(`2026-03-04T12:${text}Z`);

test('what is sent and delivered counts in its minute, what waited for somebody who was away not', () => {
  expect(
    countByMinute(
      [at('00:59.999'), at('01:00.000')],
      [
        { sentAt: at('00:59.900'), at: at('01:00.100') },
        { sentAt: at('00:00.000'), at: at('01:30.000') },
      ],
    ),
  ).toEqual([
    { startedAt: at('00:00.000'), messages: 1, deliveries: 0, deliveryMs: 0 },
    { startedAt: at('01:00.000'), messages: 1, deliveries: 1, deliveryMs: 200 },
  ]);
});

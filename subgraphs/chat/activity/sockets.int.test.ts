import { noSocketFigures, type SocketFigures } from '#platform/live/socket-figures.ts';
import { forgetSockets, tellSockets } from '#platform/live/told-sockets.ts';
import { openTalk } from '../testing/talk.ts';

const KEEP_MS = 60_000;
const SOCKETS = `sockets {
  state problems gateways open opened closed refused unanswered medianRoundTripMs longestRoundTripMs
  closes { code count }
}`;

interface Activity {
  sockets: { state: string; gateways: number; open: number };
}

test('administrators see what all gateways tell, once and live', async () => {
  await using talk = await openTalk();
  const [ada, root] = [talk.person(), talk.person(['chat:read'])];
  const tell = (gateway: string, figures: Partial<SocketFigures>) =>
    tellSockets(talk.redis, gateway, { ...noSocketFigures(), ...figures }, KEEP_MS);
  const roundTrips = noSocketFigures().roundTrips.with(2, 7);
  await tell('a', { open: 3, opened: 4, closes: { '1001': 1 }, roundTrips, longestRoundTripMs: 4 });
  await tell('b', { open: 2, opened: 2, closes: { other: 2 }, refused: 1, refusedFull: 1 });

  const query = `{ chatActivity(minutes: 1) { ${SOCKETS} } }`;
  expect((await root.ask<{ chatActivity: Activity }>(query)).data.chatActivity.sockets).toEqual({
    state: 'STRAINED',
    problems: ['FULL'],
    gateways: 2,
    open: 5,
    opened: 6,
    closed: 3,
    refused: 1,
    unanswered: 0,
    medianRoundTripMs: 4,
    longestRoundTripMs: 4,
    closes: [
      { code: null, count: 2 },
      { code: 1001, count: 1 },
    ],
  });
  expect((await ada.ask(query)).codes).toEqual(['FORBIDDEN']);

  await using seen = await root.listen<{ chatActivityChanged: Activity }>(
    `subscription { chatActivityChanged { ${SOCKETS} } }`,
  );
  const next = async () => (await seen.next()).chatActivityChanged.sockets;
  expect(await next()).toMatchObject({ gateways: 2, open: 5 });
  await forgetSockets(talk.redis, 'b');
  expect(await next()).toMatchObject({ state: 'HEALTHY', gateways: 1, open: 3 });
});

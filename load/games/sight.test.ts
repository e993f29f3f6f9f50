import { FIRST_LEAD } from './bodies.ts';
import { createLeads, createSight } from './sight.ts';

const frame = (score: number, players = 10) =>
  `{"id":"0","type":"next","payload":{"data":{"totalPlayers":${players},"entries":[{"rank":1,"score":${score}}]}}}`;

/** Two viewers and three leads, handed in at 1,000, 2,000 and 3,000 ms; the first is told of apart. */
function watched() {
  const leads = createLeads(3, 1);
  leads.handedInAt.set([1_000, 2_000, 3_000]);
  return createSight(leads, 2);
}

/** Of a histogram in microseconds with three significant digits. */
const msOf = (us: number) => Math.round(us / 10_000) * 10;

test('each viewer and lead counts once, from handing in until it is seen', () => {
  const sight = watched();
  for (const viewer of [0, 1]) sight.receive(viewer, frame(FIRST_LEAD), 1_100 + 50 * viewer);
  for (const viewer of [0, 1]) sight.receive(viewer, frame(FIRST_LEAD + 1), 2_200 + 100 * viewer);
  const { delay, earlyDelay, spread, missed, behind, events } = sight.look();
  expect({ missed, behind, events, early: earlyDelay.count, late: delay.count }).toEqual({
    missed: 2,
    behind: 0,
    events: 4,
    early: 2,
    late: 2,
  });
  expect([msOf(delay.min), msOf(delay.max)]).toEqual([200, 300]);
  expect(msOf(spread.max)).toBe(100);
});

test('who sees a lead for the first time on another board is as late as that', () => {
  const sight = watched();
  sight.receive(0, frame(FIRST_LEAD + 1), 2_100);
  sight.receive(0, frame(FIRST_LEAD + 1, 11), 2_150);
  sight.receive(1, frame(FIRST_LEAD + 1, 11), 2_800);
  const { delay } = sight.look();
  expect([delay.count, msOf(delay.max)]).toEqual([2, 800]);
});

test('a board that comes once more is no other sight', () => {
  const sight = watched();
  sight.receive(0, frame(FIRST_LEAD + 1), 2_100);
  sight.receive(0, frame(FIRST_LEAD + 1), 2_400);
  const { delay, repeated } = sight.look();
  expect([delay.count, repeated, msOf(delay.max)]).toEqual([1, 1, 100]);
});

test('a lead that was overtaken is seen with the one that did', () => {
  const sight = watched();
  for (const viewer of [0, 1]) sight.receive(viewer, frame(FIRST_LEAD + 2), 3_100);
  const { delay, earlyDelay, missed } = sight.look();
  expect([delay.count, earlyDelay.count, missed]).toEqual([4, 2, 0]);
  expect(msOf(delay.max)).toBe(1_100);
});

test('who has not seen the newest board is behind, and has missed what it shows', () => {
  const sight = watched();
  sight.receive(0, frame(100), 900);
  sight.receive(1, frame(100), 900);
  sight.receive(0, frame(FIRST_LEAD + 2), 3_100);
  const { behind, missed, delay } = sight.look();
  expect([behind, missed, delay.count]).toEqual([1, 3, 2]);
});

test('a board that was led before by as much shows nothing', () => {
  const leads = createLeads(3, 0);
  const sight = createSight(leads, 1);
  sight.receive(0, frame(FIRST_LEAD + 2), 900);
  leads.handedInAt[0] = 1_000;
  expect(sight.look()).toMatchObject({ missed: 1, delay: { count: 0 } });
});

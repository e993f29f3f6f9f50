import { judgeSockets, type SocketNumbers } from './socket-health.ts';

const quiet: SocketNumbers = {
  gateways: 2,
  open: 100,
  closed: 0,
  lost: 0,
  faults: 0,
  refusedFull: 0,
  medianRoundTripMs: 3,
};

test.each<[string, Partial<SocketNumbers>, string]>([
  ['nothing wrong', {}, 'HEALTHY'],
  ['nobody there', { open: 0, medianRoundTripMs: null }, 'HEALTHY'],
  ['no gateway tells anything', { gateways: 0, open: 0 }, 'UNKNOWN'],
  ['a few lost of a few', { open: 1, closed: 4, lost: 4 }, 'HEALTHY'],
  ['many lost of very many', { open: 1_000, closed: 50, lost: 50 }, 'HEALTHY'],
  ['one in ten lost', { open: 90, closed: 10, lost: 10 }, 'FAILING LOST'],
  ['a single fault', { faults: 1 }, 'FAILING FAULTS'],
  ['no room', { refusedFull: 1 }, 'STRAINED FULL'],
  ['half a second there and back', { medianRoundTripMs: 500 }, 'HEALTHY'],
  ['longer than that', { medianRoundTripMs: 1_000 }, 'STRAINED SLOW'],
  [
    'everything',
    { faults: 1, closed: 50, lost: 50, refusedFull: 1, medianRoundTripMs: 900 },
    'FAILING FAULTS LOST FULL SLOW',
  ],
])('%s', (_name, changes, expected) => {
  const { state, problems } = judgeSockets({ ...quiet, ...changes });
  expect([state, ...problems].join(' ')).toBe(expected);
});

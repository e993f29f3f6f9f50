import { explainSockets, formatRoundTrip } from './socket-words.ts';

test('each problem has a sentence, and so has none', () => {
  expect(explainSockets({ state: 'FAILING', problems: ['FAULTS', 'FULL'], gateways: 2 })).toEqual([
    expect.stringContaining('faults'),
    expect.stringContaining('refuses'),
  ]);
  expect(explainSockets({ state: 'HEALTHY', problems: [], gateways: 1 })).toEqual([
    'Nothing is wrong with the connections of the gateway.',
  ]);
  expect(explainSockets({ state: 'HEALTHY', problems: [], gateways: 3 })).toEqual([
    'Nothing is wrong with the connections of all 3 gateways.',
  ]);
  expect(explainSockets({ state: 'UNKNOWN', problems: [], gateways: 0 })).toEqual([
    expect.stringContaining('No gateway'),
  ]);
});

test('a time that is not known is not called 0', () => {
  expect([formatRoundTrip(null), formatRoundTrip(1_000)]).toEqual(['none yet', '1,000 ms']);
});

import { chooseFault, type Fault } from './choose-fault.ts';
import { createRandom } from './random.ts';

const PARTS = ['accounts', 'catalog', 'orders'];

function choose(
  times: number,
  free: Parameters<typeof chooseFault>[1],
  seed = 1,
): (Fault | undefined)[] {
  const random = createRandom(seed);
  return Array.from({ length: times }, () => chooseFault(random, free));
}

test('every part and every server has its turn, and the same seed makes the same choices', () => {
  const faults = choose(500, { parts: PARTS, servers: ['postgres', 'redis', 'kafka'] });
  const names = new Set(
    faults.map((fault) =>
      fault?.kind === 'kill'
        ? fault.part
        : fault?.kind === 'server'
          ? `${fault.server} ${fault.isKilled}`
          : fault?.kind,
    ),
  );

  expect(names).toEqual(
    new Set([
      ...PARTS,
      'flush',
      ...['postgres', 'redis', 'kafka'].flatMap((name) => [`${name} true`, `${name} false`]),
    ]),
  );
  expect(choose(500, { parts: PARTS, servers: ['postgres', 'redis', 'kafka'] })).toEqual(faults);
  expect(choose(500, { parts: PARTS, servers: ['postgres', 'redis', 'kafka'] }, 2)).not.toEqual(
    faults,
  );
});

test('while a server is away no other goes, and what is broken is not broken again', () => {
  const faults = choose(200, { parts: ['orders'], servers: [] });
  expect(new Set(faults.map((fault) => fault?.kind))).toEqual(new Set(['kill']));
  expect(choose(200, { parts: [], servers: [] }).every((fault) => fault === undefined)).toBe(true);
});

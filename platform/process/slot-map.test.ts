import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
} from 'fast-check';
import { SlotMap } from './slot-map.ts';

const keys = constantFrom('a', 'b', 'c', 'd', 'e');
const steps = array(
  oneof(
    record({ do: constant('set' as const), key: keys, value: integer() }),
    record({ do: constant('delete' as const), key: keys }),
  ),
);

test('whatever is put in and deleted, it holds what a Map holds', () => {
  assert(
    property(steps, (all) => {
      const slots = new SlotMap<string, number>();
      const map = new Map<string, number>();
      for (const step of all) {
        const did = [slots, map].map((each) =>
          step.do === 'delete' ? each.delete(step.key) : void each.set(step.key, step.value),
        );
        expect(did[0]).toBe(did[1]);
        expect(slots.size).toBe(map.size);
        expect(slots.values()).toEqual([...map.values()]);
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          expect(slots.has(key)).toBe(map.has(key));
          expect(slots.get(key)).toBe(map.get(key));
        }
      }
    }),
  );
});

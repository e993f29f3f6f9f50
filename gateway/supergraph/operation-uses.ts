import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../platform/identity/viewer.ts';

export interface UsedOperation {
  source: string;
  operationName: string | undefined;
  /** The values of its `@skip` and `@include`, which are part of a plan as well. */
  conditions: Readonly<Record<string, unknown>>;
  /** One of those who ran it: what they may see is part of a plan. */
  viewer: Viewer;
}

/** Which operations run most, so that a new supergraph can have them ready before it takes over. */
export interface OperationUses {
  record: (operation: UsedOperation) => void;
  /** The most used, most used first. */
  top: (count: number) => UsedOperation[];
}

const MAX_COUNTED = 2_000;
/** Characters of all texts together. */
const MAX_SOURCES_LENGTH = 2_000_000;

export function createOperationUses(): OperationUses {
  const uses = new LRUCache<string, { operation: UsedOperation; count: number }>({
    max: MAX_COUNTED,
    maxSize: MAX_SOURCES_LENGTH,
    sizeCalculation: ({ operation }) => operation.source.length + 1,
  });
  return {
    record(operation) {
      const { source, operationName = '', conditions } = operation;
      const key = `${operationName} ${Object.values(conditions).join()}\n${source}`;
      const known = uses.get(key);
      if (known === undefined) uses.set(key, { operation, count: 1 });
      else known.count += 1;
    },
    top: (count) =>
      Array.from(uses.values())
        .toSorted((a, b) => b.count - a.count)
        .slice(0, count)
        .map(({ operation }) => operation),
  };
}

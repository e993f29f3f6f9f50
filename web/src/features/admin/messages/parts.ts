import type { AdminMessagesQuery } from '#schema/operations/generated/graphql.ts';

export type PartName = 'accounts' | 'catalog' | 'inventory' | 'orders';

export type PartMessages = AdminMessagesQuery['ordersMessages'];
export type DeadLetter = PartMessages['deadLetters']['edges'][number]['node'];

/** The part that a consumer group belongs to: its name begins with it. */
export function partOf(group: string): PartName | undefined {
  const [name] = group.split('.');
  return PARTS.find((part) => part === name);
}

const PARTS: readonly PartName[] = ['accounts', 'catalog', 'inventory', 'orders'];

/** Asks one part and no other. */
export function askOnly(part: PartName): Record<PartName, boolean> {
  return {
    accounts: part === 'accounts',
    catalog: part === 'catalog',
    inventory: part === 'inventory',
    orders: part === 'orders',
  };
}

/** Of all parts, what failed last first. */
export function lettersOf(parts: readonly PartMessages[]): DeadLetter[] {
  return parts
    .flatMap(({ deadLetters }) => deadLetters.edges.map(({ node }) => node))
    .toSorted((one, other) => other.failedAt.localeCompare(one.failedAt));
}

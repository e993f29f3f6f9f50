import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { ORDER_EVENTS, orderEvent, type OrderEvent } from '#schema/events/order-events.ts';
import type { SettledOrder } from '../data/admission.ts';
import type { Tables } from '../data/tables.ts';
import type { ReservationCommand } from '../domain/reservation.ts';
import {
  NOTHING_SETTLED,
  settleCommands,
  transactReservations,
  type SettleOptions,
  type Settlement,
} from '../settle-commands.ts';

export const RESERVATIONS_GROUP = 'inventory.reservations';
const BATCH_SIZE = 100;

export interface OrderEventsOptions extends SettleOptions {
  store: Store<Tables>;
  /** Told after the commit, about all orders of the batch. */
  afterCommit: (settlement: Settlement, settled: readonly SettledOrder[]) => Promise<void>;
}

/**
 * Reserves, sells and gives back what orders ask for. The inbox takes repeated events, the reservation's own
 * state those that are announced again under another id.
 */
export function createOrderEventsConsumer(options: OrderEventsOptions): EventConsumer {
  return {
    group: RESERVATIONS_GROUP,
    topics: [ORDER_EVENTS],
    acrossPartitions: true,
    batchSize: BATCH_SIZE,
    handle: (events) => onOrderEvents(options, events),
  };
}

export async function onOrderEvents(
  { store, afterCommit, ...options }: OrderEventsOptions,
  envelopes: readonly Envelope[],
): Promise<void> {
  const relevant = envelopes.filter(({ type }) => COMMANDING_TYPES.has(type));
  if (relevant.length === 0) return;
  const commands = new Map(relevant.map((it) => [it.id, toCommand(orderEvent.parse(it))]));

  const settlement = await transactReservations(store, async (tx) => {
    const first = await firstDeliveries(tx, RESERVATIONS_GROUP, relevant);
    if (first.length === 0) return NOTHING_SETTLED;
    return settleCommands(
      tx,
      first.flatMap(({ id }) => commands.get(id) ?? []),
      options,
    );
  });
  await afterCommit(settlement, settledOrders(Array.from(commands.values()).flat()));
}

const COMMANDING_TYPES: ReadonlySet<string> = new Set<OrderEvent['type']>([
  'order.created',
  'order.confirmed',
  'order.cancelled',
]);

function toCommand(event: OrderEvent): ReservationCommand[] {
  switch (event.type) {
    case 'order.created':
      return [{ kind: 'RESERVE', orderId: event.data.orderId, order: event.data.lines }];
    case 'order.confirmed':
      return [{ kind: 'COMMIT', orderId: event.data.orderId, order: event.data.lines }];
    case 'order.cancelled':
      return [{ kind: 'CANCEL', orderId: event.data.orderId }];
    default:
      return [];
  }
}

function settledOrders(commands: readonly ReservationCommand[]): SettledOrder[] {
  return commands.flatMap((it) =>
    'order' in it
      ? [{ orderId: it.orderId, productIds: it.order.map(({ productId }) => productId) }]
      : [],
  );
}

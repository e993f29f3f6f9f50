import { Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { AdminOrderRowFragment } from '#schema/operations/generated/graphql.ts';
import type { useNextPage } from '../../../shared/ui/use-next-page.ts';
import { OrdersTableRow } from './orders-table-row.tsx';
import classes from './orders-table.module.css';

const ROW_PX = 56;
/** Rows kept beyond the screen on either side. */
const OVERSCAN = 8;
/** The next page is fetched when this many rows are left below. */
const AHEAD_ROWS = 20;

type OrdersTableProps = {
  orders: readonly AdminOrderRowFragment[];
  /** Ids of orders that came while one watched. */
  fresh: ReadonlySet<string>;
  onOpen: (id: string) => void;
  nextPage: ReturnType<typeof useNextPage>;
};

/** Any number of orders; only the rows on the screen exist, and only those listen for changes. */
export function OrdersTable({ orders, fresh, onOpen, nextPage }: OrdersTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: orders.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => orders[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  const items = rows.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  const isNearEnd = lastIndex >= orders.length - AHEAD_ROWS;
  const load = useEffectEvent(() => void nextPage.onLoad());
  useEffect(() => {
    if (isNearEnd) load();
  }, [isNearEnd, lastIndex]);

  return (
    <div
      ref={frame}
      className={classes['frame']}
      role="table"
      aria-label="Orders"
      aria-rowcount={orders.length + 1}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classes['head']}>
          {['Order', 'Status', 'Customer', 'Products', 'Placed', 'Total'].map((title) => (
            <div key={title} role="columnheader">
              {title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const order = orders[index];
          if (!order) return null;
          return (
            <OrdersTableRow
              key={key}
              order={order}
              index={index}
              startPx={start}
              isFresh={fresh.has(order.id)}
              onOpen={onOpen}
            />
          );
        })}
      </div>
      {nextPage.isLoading && <Loader size="sm" m="md" aria-label="Loading more orders" />}
    </div>
  );
}

import classes from './order-status-badge.module.css';
import { STATUS_LABELS, type OrderStatus } from './order-status.ts';

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return (
    <span className={classes['badge']} data-status={status}>
      {STATUS_LABELS[status]}
    </span>
  );
}

import type { FlashSaleStatus } from '#schema/operations/generated/graphql.ts';

export const SALE_STATUS: Record<FlashSaleStatus, { label: string; color: string }> = {
  SCHEDULED: { label: 'Announced', color: 'gray' },
  READY: { label: 'Begins soon', color: 'blue' },
  RUNNING: { label: 'Running', color: 'teal' },
  SOLD_OUT: { label: 'Sold out', color: 'orange' },
  ENDED: { label: 'Over', color: 'gray' },
  CANCELLED: { label: 'Cancelled', color: 'red' },
};

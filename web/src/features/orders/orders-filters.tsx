import { IconSearch } from '@tabler/icons-react';
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { ORDER_STATUSES, STATUS_LABELS } from '../../shared/orders/order-status.ts';
import type { OrdersSearch } from './orders-search.ts';

type OrdersFiltersProps = {
  draft: OrdersSearch;
  choose: (change: Partial<OrdersSearch>) => void;
  type: (text: string) => void;
};

export function OrdersFilters({ draft, choose, type }: OrdersFiltersProps) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" mb="lg">
      <TextInput
        type="search"
        label="Search"
        placeholder="Product or order id"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={draft.text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        label="Status"
        placeholder="Any"
        clearable
        data={ORDER_STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status] }))}
        value={draft.status || null}
        onChange={(status) => choose({ status: status ?? '' })}
      />
      <TextInput
        type="date"
        label="From"
        value={draft.from}
        {...(draft.to && { max: draft.to })}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        value={draft.to}
        {...(draft.from && { min: draft.from })}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}

import { IconSearch } from '@tabler/icons-react';
import { Button, MultiSelect, SimpleGrid, TextInput } from '@mantine/core';
import { ORDER_STATUSES, STATUS_LABELS } from '../../../shared/orders/order-status.ts';
import { parsePriceCents } from '../../../shared/format/money.ts';
import { showsEverything, type AdminOrdersSearch } from './admin-orders-search.ts';

type AdminOrdersFiltersProps = {
  search: AdminOrdersSearch;
  onChange: (change: Partial<AdminOrdersSearch>) => void;
  onClear: () => void;
};

export function AdminOrdersFilters({ search, onChange, onClear }: AdminOrdersFiltersProps) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" mb="md">
      <TextInput
        type="search"
        label="Search"
        placeholder="Product or order id"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <MultiSelect
        label="Status"
        placeholder={search.statuses.length === 0 ? 'Any' : ''}
        clearable
        data={ORDER_STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status] }))}
        value={[...search.statuses]}
        onChange={(statuses) => onChange({ statuses: statuses })}
      />
      <TextInput
        type="date"
        label="Placed from"
        value={search.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Placed to"
        value={search.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <TotalInput
        label="Total from"
        value={search.minTotal}
        onChange={(minTotal) => onChange({ minTotal })}
      />
      <TotalInput
        label="Total to"
        value={search.maxTotal}
        onChange={(maxTotal) => onChange({ maxTotal })}
      />
      {!showsEverything(search) && (
        <Button variant="subtle" onClick={onClear} style={{ alignSelf: 'end' }}>
          Clear filters
        </Button>
      )}
    </SimpleGrid>
  );
}

type TotalInputProps = { label: string; value: string; onChange: (value: string) => void };

function TotalInput({ label, value, onChange }: TotalInputProps) {
  const isWrong = value !== '' && parsePriceCents(value) === undefined;
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      leftSection="$"
      value={value}
      error={isWrong && 'Like 12.50'}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

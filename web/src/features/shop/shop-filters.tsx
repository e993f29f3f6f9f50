import { useQuery } from '@apollo/client/react';
import { Button, Group, NavLink, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { parsePriceCents } from '../../shared/format/money.ts';
import { CATEGORIES } from './shop-operations.ts';
import { countFilters, EVERYTHING, type ShopSearch } from './shop-search.ts';

type ShopFiltersProps = {
  draft: ShopSearch;
  choose: (change: Partial<ShopSearch>) => void;
  type: (change: Partial<ShopSearch>) => void;
};

export function ShopFilters({ draft, choose, type }: ShopFiltersProps) {
  return (
    <Stack gap="lg">
      <Switch
        label="In stock only"
        checked={draft.isInStock}
        onChange={(event) => choose({ isInStock: event.currentTarget.checked })}
      />
      <div>
        <Text fw={600} size="sm" mb={6}>
          Price
        </Text>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <PriceInput
            label="From"
            value={draft.minPrice}
            onChange={(minPrice) => type({ minPrice })}
          />
          <PriceInput
            label="To"
            value={draft.maxPrice}
            onChange={(maxPrice) => type({ maxPrice })}
          />
        </Group>
      </div>
      <CategoryList chosen={draft.category} onChoose={(category) => choose({ category })} />
      {countFilters(draft) > 0 && (
        <Button
          variant="subtle"
          onClick={() => choose({ ...EVERYTHING, text: draft.text, sort: draft.sort })}
        >
          Clear filters
        </Button>
      )}
    </Stack>
  );
}

type PriceInputProps = { label: string; value: string; onChange: (value: string) => void };

function PriceInput({ label, value, onChange }: PriceInputProps) {
  const isWrong = value !== '' && parsePriceCents(value) === undefined;
  return (
    <TextInput
      aria-label={`Price ${label.toLowerCase()}`}
      placeholder={label}
      inputMode="decimal"
      leftSection="$"
      value={value}
      error={isWrong && 'Like 12.50'}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type CategoryListProps = { chosen: string; onChoose: (slug: string) => void };

function CategoryList({ chosen, onChoose }: CategoryListProps) {
  const { data, error } = useQuery(CATEGORIES);
  if (!data) {
    if (error) return <ProblemAlert error={error} />;
    return (
      <Stack gap="xs" aria-busy>
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} height={28} />
        ))}
      </Stack>
    );
  }
  const choices = [{ slug: '', name: 'All products', productCount: undefined }, ...data.categories];
  return (
    <Stack component="nav" aria-label="Categories" gap={2}>
      <Text fw={600} size="sm" mb={4}>
        Categories
      </Text>
      {choices.map(({ slug, name, productCount }) => (
        <NavLink
          key={slug}
          component="button"
          type="button"
          label={name}
          active={slug === chosen}
          aria-pressed={slug === chosen}
          rightSection={
            <Text size="xs" c="dimmed">
              {productCount?.toLocaleString('en')}
            </Text>
          }
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
          onClick={() => onChoose(slug)}
        />
      ))}
    </Stack>
  );
}

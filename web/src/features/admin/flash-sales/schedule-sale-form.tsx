import { useMutation, useQuery } from '@apollo/client/react';
import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { parsePriceCents } from '../../../shared/format/money.ts';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { SALE_PRODUCTS, SCHEDULE_FLASH_SALE } from './flash-sale-admin-operations.ts';
import { EMPTY_SALE, toSaleInput, validateSale } from './sale-fields.ts';

const TYPING_MS = 300;

export function ScheduleSaleForm({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, TYPING_MS);
  const { data, previousData } = useQuery(SALE_PRODUCTS, { variables: { search } });
  const [schedule, { loading, error }] = useMutation(SCHEDULE_FLASH_SALE, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({ initialValues: EMPTY_SALE, validate: validateSale });
  const products = (data ?? previousData)?.products.edges.map(({ node }) => node) ?? [];

  async function submit(values: typeof form.values): Promise<void> {
    setRefusal(undefined);
    const input = toSaleInput(values, parsePriceCents(values.price) ?? 0, new Date());
    const outcome = (await schedule({ variables: { input } })).data?.scheduleFlashSale;
    if (outcome?.__typename === 'FlashSale') onDone();
    else if (outcome) setRefusal(outcome.message);
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack>
        <Select
          label="Product"
          required
          searchable
          data-autofocus
          searchValue={text}
          onSearchChange={setText}
          // The server has searched already.
          filter={({ options }) => options}
          data={products.map(({ id, name, sku, stock }) => ({
            value: id,
            label: `${name} (${sku}), ${stock} in stock`,
          }))}
          nothingFoundMessage="No product"
          {...form.getInputProps('productId')}
        />
        <TextInput label="Price" placeholder="9.90" required {...form.getInputProps('price')} />
        <NumberInput
          label="Units"
          description="Set aside from the product's stock"
          required
          allowDecimal={false}
          min={1}
          {...form.getInputProps('units')}
        />
        <NumberInput
          label="Limit per person"
          required
          allowDecimal={false}
          min={1}
          max={99}
          {...form.getInputProps('limitPerUser')}
        />
        <TextInput
          type="datetime-local"
          label="Begins"
          description="Empty is at once"
          {...form.getInputProps('startsAt')}
        />
        <NumberInput
          label="Lasts, in minutes"
          required
          allowDecimal={false}
          min={1}
          {...form.getInputProps('minutes')}
        />
        {refusal !== undefined && <RefusalAlert title="Not scheduled">{refusal}</RefusalAlert>}
        <ProblemAlert error={error} />
        <Button type="submit" loading={loading}>
          Schedule
        </Button>
      </Stack>
    </form>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import type { StockLevelFieldsFragment } from '#schema/operations/generated/graphql.ts';
import { ProblemAlert, RefusalAlert } from '../../../shared/ui/problem-alert.tsx';
import { ADJUST_STOCK } from './stock-operations.ts';

type AdjustStockFormProps = { level: StockLevelFieldsFragment; onDone: () => void };

export function AdjustStockForm({ level, onDone }: AdjustStockFormProps) {
  const { product, warehouse, available } = level;
  const [adjustStock, { loading, error }] = useMutation(ADJUST_STOCK, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();
  // One key an adjustment: a retry whose first answer got lost changes stock once. Another number is another adjustment.
  const attempt = useRef({ content: '', key: '' });
  const form = useForm<{ delta: number | string; reason: string }>({
    initialValues: { delta: '', reason: '' },
    validate: {
      delta: (value) =>
        Number.isSafeInteger(value) && value !== 0
          ? null
          : 'Units to add, or to take out with a minus',
      reason: (value) =>
        value.trim().length >= 1 && value.trim().length <= 200
          ? null
          : 'Say why, in 1 to 200 characters',
    },
  });

  async function adjust({ delta, reason }: typeof form.values): Promise<void> {
    setRefusal(undefined);
    const content = `${delta} ${reason.trim()}`;
    if (attempt.current.content !== content) {
      attempt.current = { content, key: crypto.randomUUID() };
    }
    const input = {
      productId: product.id,
      warehouseId: warehouse.id,
      delta: Number(delta),
      reason: reason.trim(),
      idempotencyKey: attempt.current.key,
    };
    const outcome = (await adjustStock({ variables: { input } })).data?.adjustStock;
    if (outcome?.__typename === 'InsufficientStock') {
      attempt.current = { content: '', key: '' };
      setRefusal(`${outcome.message} ${outcome.available} could be taken out.`);
    }
    if (outcome?.__typename === 'StockLevel') {
      notifications.show({
        title: 'Stock adjusted',
        message: `${product.name} in ${warehouse.code}: ${outcome.available} available`,
      });
      onDone();
    }
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void adjust(values))}>
      <Stack>
        <div>
          <Text fw={600}>{product.name}</Text>
          <Text size="sm" c="dimmed">
            {warehouse.code}, {available.toLocaleString('en')} available
          </Text>
        </div>
        <NumberInput
          label="Change"
          description="Negative takes units out"
          required
          allowDecimal={false}
          data-autofocus
          {...form.getInputProps('delta')}
        />
        <TextInput
          label="Reason"
          placeholder="Delivery, count, breakage…"
          required
          {...form.getInputProps('reason')}
        />
        {refusal !== undefined && <RefusalAlert title="Not adjusted">{refusal}</RefusalAlert>}
        <ProblemAlert error={error} />
        <Button type="submit" loading={loading}>
          Adjust stock
        </Button>
      </Stack>
    </form>
  );
}

import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { ProblemAlert, RefusalAlert } from '../ui/problem-alert.tsx';
import { CANCEL_ORDER } from './order-operations.ts';

type CancelOrderButtonProps = { orderId: string; isCancellable: boolean };

/** Cancels an order after asking once more. Why it could not be cancelled stays in sight. */
export function CancelOrderButton({ orderId, isCancellable }: CancelOrderButtonProps) {
  const [cancelOrder, { loading, error }] = useMutation(CANCEL_ORDER, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();

  async function cancel(): Promise<void> {
    setRefusal(undefined);
    const { data } = await cancelOrder({ variables: { input: { orderId } } });
    if (data?.cancelOrder.__typename === 'OrderNotCancellable')
      setRefusal(data.cancelOrder.message);
  }

  function ask(): void {
    modals.openConfirmModal({
      title: 'Cancel this order?',
      children: (
        <Text size="sm">The products go back on the shelf, and what was paid is refunded.</Text>
      ),
      labels: { confirm: 'Cancel the order', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => void cancel(),
    });
  }

  return (
    <Stack gap="sm">
      {refusal !== undefined && <RefusalAlert title="Not cancelled">{refusal}</RefusalAlert>}
      <ProblemAlert error={error} />
      {isCancellable && (
        <Button variant="default" c="var(--mantine-color-error)" loading={loading} onClick={ask}>
          Cancel order
        </Button>
      )}
    </Stack>
  );
}

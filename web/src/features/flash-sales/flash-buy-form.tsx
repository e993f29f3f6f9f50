import { useQuery } from '@apollo/client/react';
import { IconBolt } from '@tabler/icons-react';
import { Button, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  EMPTY_ADDRESS,
  toAddressFields,
  toAddressInput,
  validateAddress,
} from '../../shared/address/address-fields.ts';
import { AddressFormFields } from '../../shared/address/address-form-fields.tsx';
import { CHECKOUT_CHOICES } from '../../shared/purchase/purchase-choices.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { ProblemAlert, RefusalAlert } from '../../shared/ui/problem-alert.tsx';
import { QueuePlace } from './queue-place.tsx';
import { useFlashPurchase, type FlashOutcome } from './use-flash-purchase.ts';

const NEW_ADDRESS = 'new';

type FlashBuyFormProps = { saleId: string; limitPerUser: number; isOpen: boolean };

/** Everything is chosen before the sale begins, so that buying is one press. */
export function FlashBuyForm({ saleId, limitPerUser, isOpen }: FlashBuyFormProps) {
  const { data, error, refetch } = useQuery(CHECKOUT_CHOICES);
  const [addressId, setAddressId] = useState<string | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [quantity, setQuantity] = useState('1');
  const form = useForm({ initialValues: EMPTY_ADDRESS, validate: validateAddress });
  const purchase = useFlashPurchase(saleId);
  const navigate = useNavigate();

  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={220} radius="lg" />;

  const addresses = data.me?.addresses ?? [];
  const chosen = addressId ?? addresses[0]?.id ?? NEW_ADDRESS;
  const saved = addresses.find(({ id }) => id === chosen);
  const paymentToken = token ?? data.testPaymentTokens[0]?.token ?? '';

  async function follow(outcome: FlashOutcome | undefined): Promise<void> {
    if (outcome?.__typename === 'Order') await navigate(`/orders/${outcome.id}`);
  }

  async function buy(): Promise<void> {
    if (!saved && form.validate().hasErrors) return;
    const shippingAddress = toAddressInput(saved ? toAddressFields(saved) : form.values);
    await follow(await purchase.buy({ shippingAddress, paymentToken, quantity: Number(quantity) }));
  }

  const { outcome } = purchase;
  return (
    <Stack component="form" onSubmit={(event) => (event.preventDefault(), void buy())}>
      <Select
        label="Send it to"
        allowDeselect={false}
        data={[
          ...addresses.map(({ id, recipient, line1, city }) => ({
            value: id,
            label: `${recipient}, ${line1}, ${city}`,
          })),
          { value: NEW_ADDRESS, label: 'Another address' },
        ]}
        value={chosen}
        onChange={setAddressId}
      />
      {!saved && <AddressFormFields form={form} />}
      <Select
        label="Card"
        description="Test cards; each behaves in its own way"
        allowDeselect={false}
        data={data.testPaymentTokens.map(({ token: value, label, outcome: does }) => ({
          value,
          label: `${label}: ${does}`,
        }))}
        value={paymentToken}
        onChange={setToken}
      />
      {limitPerUser > 1 && (
        <Select
          label="Units"
          allowDeselect={false}
          data={Array.from({ length: limitPerUser }, (_, index) => String(index + 1))}
          value={quantity}
          onChange={(value) => setQuantity(value ?? '1')}
        />
      )}
      {outcome?.__typename === 'QueuePlace' && (
        <QueuePlace
          place={outcome}
          onEnd={(end) => {
            purchase.show(end);
            void follow(end);
          }}
        />
      )}
      {outcome && outcome.__typename !== 'QueuePlace' && outcome.__typename !== 'Order' && (
        <RefusalAlert title="Not bought">{outcome.message}</RefusalAlert>
      )}
      <ProblemAlert error={purchase.error} />
      <Button
        type="submit"
        size="lg"
        leftSection={<IconBolt size={20} aria-hidden />}
        loading={purchase.isBuying}
        disabled={!isOpen || outcome?.__typename === 'QueuePlace'}
      >
        Buy now
      </Button>
      <Text size="xs" c="dimmed" ta="center">
        This is a simulation: no card is charged.
      </Text>
    </Stack>
  );
}

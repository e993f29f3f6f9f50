import { IconLock } from '@tabler/icons-react';
import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type {
  CartFieldsFragment,
  CheckoutChoicesQuery,
} from '#schema/operations/generated/graphql.ts';
import {
  EMPTY_ADDRESS,
  toAddressFields,
  toAddressInput,
  validateAddress,
} from '../../shared/address/address-fields.ts';
import { formatMoney } from '../../shared/format/money.ts';
import { describeProblem } from '../../shared/graphql/errors.ts';
import { AddressStep } from './address-step.tsx';
import classes from './checkout-form.module.css';
import { KEEP_ADDRESS } from './checkout-operations.ts';
import { OrderSummary } from './order-summary.tsx';
import { PaymentStep } from './payment-step.tsx';
import { PurchaseProblem } from './purchase-problem.tsx';
import { usePurchase } from './use-purchase.ts';

type CheckoutFormProps = { cart: CartFieldsFragment; choices: CheckoutChoicesQuery };

/** The choice that stands for typing an address in. */
export const NEW_ADDRESS = 'new';

export function CheckoutForm({ cart, choices }: CheckoutFormProps) {
  const addresses = choices.me?.addresses ?? [];
  const tokens = choices.testPaymentTokens;
  const [addressId, setAddressId] = useState(addresses[0]?.id ?? NEW_ADDRESS);
  const [paymentToken, setPaymentToken] = useState(tokens[0]?.token ?? '');
  const [isKept, setIsKept] = useState(true);
  const form = useForm({
    initialValues: { ...EMPTY_ADDRESS, recipient: choices.me?.name ?? '' },
    validate: validateAddress,
    validateInputOnBlur: true,
  });
  const purchase = usePurchase();
  const navigate = useNavigate();
  const element = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = addresses.find((address) => address.id === addressId);
    if (!saved && form.validate().hasErrors) {
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const shippingAddress = toAddressInput(saved ? toAddressFields(saved) : form.values);
    const orderId = await purchase.place({ shippingAddress, paymentToken });
    if (!orderId) return;
    await navigate(`/orders/${orderId}`, { replace: true });
    await purchase.client.refetchQueries({ include: ['CartCount'] });
    if (!saved && isKept) await keepAddress(shippingAddress);
  }

  async function keepAddress(input: ReturnType<typeof toAddressInput>): Promise<void> {
    const { error } = await purchase.client.mutate({
      mutation: KEEP_ADDRESS,
      variables: { input },
      errorPolicy: 'all',
    });
    if (!error) return;
    const { detail } = describeProblem(error);
    notifications.show({ color: 'red', title: 'Your address was not kept', message: detail });
  }

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => void submit(event)}
      className={classes['columns']}
    >
      <Stack gap="lg">
        <AddressStep
          addresses={addresses}
          chosen={addressId}
          onChoose={setAddressId}
          form={form}
          isKept={isKept}
          onKeep={setIsKept}
        />
        <PaymentStep tokens={tokens} chosen={paymentToken} onChoose={setPaymentToken} />
      </Stack>
      <div className={classes['summary']}>
        <OrderSummary cart={cart}>
          <PurchaseProblem purchase={purchase} />
          <Button
            type="submit"
            size="lg"
            fullWidth
            leftSection={<IconLock size={18} aria-hidden />}
            loading={purchase.isPlacing}
          >
            {purchase.error === undefined ? `Pay ${formatMoney(cart.total)}` : 'Try again'}
          </Button>
          <Text size="xs" c="dimmed" ta="center">
            This is a simulation: no card is charged.
          </Text>
        </OrderSummary>
      </div>
    </form>
  );
}

import { useQuery } from '@apollo/client/react';
import { IconShoppingCart } from '@tabler/icons-react';
import { Button, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { CART, CART_LANE } from '../../shared/cart/cart-operations.ts';
import { CHECKOUT_CHOICES } from '../../shared/purchase/purchase-choices.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { CheckoutForm } from './checkout-form.tsx';

export function CheckoutPage() {
  const cart = useQuery(CART, { context: CART_LANE });
  const choices = useQuery(CHECKOUT_CHOICES);
  const error = cart.error ?? choices.error;

  if (!cart.data || !choices.data) {
    if (!error) return <CheckoutSkeleton />;
    return (
      <ErrorState error={error} onRetry={() => Promise.all([cart.refetch(), choices.refetch()])} />
    );
  }
  if (cart.data.cart.lines.length === 0) {
    return (
      <>
        <PageHeading title="Checkout" />
        <EmptyState
          icon={IconShoppingCart}
          title="There is nothing to check out"
          text="Your cart is empty. If you have just placed an order, you find it among your orders."
          action={
            <Button component={Link} to="/orders">
              My orders
            </Button>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageHeading title="Checkout" />
      <CheckoutForm cart={cart.data.cart} choices={choices.data} />
    </>
  );
}

function CheckoutSkeleton() {
  return (
    <>
      <PageHeading title="Checkout" />
      <Stack aria-busy>
        <Skeleton height={220} radius="lg" />
        <Skeleton height={180} radius="lg" />
      </Stack>
    </>
  );
}

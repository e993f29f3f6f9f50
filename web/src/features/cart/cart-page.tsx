import { useQuery } from '@apollo/client/react';
import { IconShoppingCart } from '@tabler/icons-react';
import { Button, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { CART, CART_LANE } from '../../shared/cart/cart-operations.ts';
import { useViewer } from '../../shared/session/session-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx';
import { CartLines } from './cart-lines.tsx';
import classes from './cart-page.module.css';
import { CartTotals } from './cart-totals.tsx';
import { useCartChanges } from './use-cart-changes.ts';

export function CartPage() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(CART, { skip: !viewer, context: CART_LANE });
  const changes = useCartChanges();

  if (!viewer) return <SignedOutCart />;
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <CartSkeleton />;
  const { cart } = data;
  if (cart.lines.length === 0) return <EmptyCart />;
  return (
    <>
      <PageHeading title="Your cart" />
      <div className={classes['columns']}>
        <Stack>
          <ProblemAlert error={changes.error} />
          <CartLines lines={cart.lines} setQuantity={changes.setQuantity} />
        </Stack>
        <CartTotals cart={cart} />
      </div>
    </>
  );
}

function EmptyCart() {
  return (
    <>
      <PageHeading title="Your cart" />
      <EmptyState
        icon={IconShoppingCart}
        title="Your cart is empty"
        text="What you add in the shop waits for you here, on every device you sign in on."
        action={
          <Button component={Link} to="/">
            Go to the shop
          </Button>
        }
      />
    </>
  );
}

function SignedOutCart() {
  return (
    <>
      <PageHeading title="Your cart" />
      <EmptyState
        icon={IconShoppingCart}
        title="Sign in to see your cart"
        text="It is kept with your account."
        action={
          <Button component={Link} to="/sign-in" state={{ from: '/cart' }}>
            Sign in
          </Button>
        }
      />
    </>
  );
}

function CartSkeleton() {
  return (
    <>
      <PageHeading title="Your cart" />
      <Panel aria-label="Loading">
        <Stack aria-busy>
          <Skeleton height={72} />
          <Skeleton height={72} />
        </Stack>
      </Panel>
    </>
  );
}

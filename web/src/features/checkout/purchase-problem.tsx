import { useMutation } from '@apollo/client/react';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CART_LANE, SET_CART_QUANTITY } from '../../shared/cart/cart-operations.ts';
import { describeProblem } from '../../shared/graphql/errors.ts';
import { ProblemAlert, RefusalAlert } from '../../shared/ui/problem-alert.tsx';
import type { Refusal, usePurchase } from './use-purchase.ts';

type Purchase = ReturnType<typeof usePurchase>;

/** Why the order was not placed, and the way on. */
export function PurchaseProblem({ purchase }: { purchase: Purchase }) {
  const { error, refusal } = purchase;
  if (error !== undefined) return <Unanswered error={error} />;
  switch (refusal?.__typename) {
    case undefined:
      return null;
    case 'OutOfStock':
      return <Short refusal={refusal} onAdjusted={purchase.startOver} />;
    case 'ProductsUnavailable':
      return <Unavailable refusal={refusal} onAdjusted={purchase.startOver} />;
    case 'CartEmpty':
      return (
        <RefusalAlert title="Your cart is empty">
          {refusal.message} <Link to="/orders">See your orders</Link>
        </RefusalAlert>
      );
    case 'RateLimited':
    case 'Busy':
      return <RefusalAlert title="Not just now">{refusal.message}</RefusalAlert>;
    case 'IdempotencyConflict':
      return (
        <RefusalAlert title="This purchase was already sent with other details">
          <Stack gap="sm">
            <Text size="sm">
              Look whether your first order went through before you place another.
            </Text>
            <Group gap="xs">
              <Button component={Link} to="/orders" size="xs">
                See my orders
              </Button>
              <Button variant="default" size="xs" onClick={purchase.startAnother}>
                Make it a new purchase
              </Button>
            </Group>
          </Stack>
        </RefusalAlert>
      );
  }
}

function Unanswered({ error }: { error: unknown }) {
  const { isUnanswered, title, detail } = describeProblem(error);
  if (!isUnanswered) return <ProblemAlert error={error} />;
  return (
    <RefusalAlert title={title}>
      {detail} Trying again is safe: the order is not placed twice.
    </RefusalAlert>
  );
}

type Of<Name extends Refusal['__typename']> = Extract<Refusal, { __typename: Name }>;

function Short({ refusal, onAdjusted }: { refusal: Of<'OutOfStock'>; onAdjusted: () => void }) {
  const changes = refusal.missing.map(({ product, available }) => ({
    productId: product.id,
    quantity: available,
  }));
  return (
    <RefusalAlert title="Too few left">
      <List size="sm" mb="sm">
        {refusal.missing.map(({ product, requested, available }) => (
          <List.Item key={product.id}>
            {product.name}: {available === 0 ? 'none left' : `${available} left`}, you wanted{' '}
            {requested}
          </List.Item>
        ))}
      </List>
      <AdjustButton label="Take what is left" changes={changes} onAdjusted={onAdjusted} />
    </RefusalAlert>
  );
}

type UnavailableProps = { refusal: Of<'ProductsUnavailable'>; onAdjusted: () => void };

function Unavailable({ refusal, onAdjusted }: UnavailableProps) {
  const changes = refusal.products.map(({ id }) => ({ productId: id, quantity: 0 }));
  return (
    <RefusalAlert title="No longer available">
      <List size="sm" mb="sm">
        {refusal.products.map(({ id, name }) => (
          <List.Item key={id}>{name}</List.Item>
        ))}
      </List>
      <AdjustButton label="Remove from my cart" changes={changes} onAdjusted={onAdjusted} />
    </RefusalAlert>
  );
}

type AdjustButtonProps = {
  label: string;
  changes: readonly { productId: string; quantity: number }[];
  onAdjusted: () => void;
};

function AdjustButton({ label, changes, onAdjusted }: AdjustButtonProps) {
  const [setCartQuantity] = useMutation(SET_CART_QUANTITY, {
    context: CART_LANE,
    errorPolicy: 'all',
  });
  const [isAdjusting, setIsAdjusting] = useState(false);
  const [error, setError] = useState<unknown>();

  async function adjust(): Promise<void> {
    setIsAdjusting(true);
    for (const input of changes) {
      const result = await setCartQuantity({ variables: { input } });
      if (result.error) {
        setError(result.error);
        setIsAdjusting(false);
        return;
      }
    }
    onAdjusted();
  }

  return (
    <>
      <ProblemAlert error={error} />
      <Button size="xs" variant="default" loading={isAdjusting} onClick={() => void adjust()}>
        {label}
      </Button>
    </>
  );
}

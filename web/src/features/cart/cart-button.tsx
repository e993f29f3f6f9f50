import { useQuery } from '@apollo/client/react';
import { IconShoppingCart } from '@tabler/icons-react';
import { ActionIcon, Indicator } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '#schema/operations/generated/gql.ts';
import { CART_LANE } from '../../shared/cart/cart-operations.ts';
import { useViewer } from '../../shared/session/session-context.tsx';

const CART_COUNT = graphql(`
  query CartCount {
    cart {
      totalQuantity
    }
  }
`);

/** The way to the cart, with the number of units in it. */
export function CartButton() {
  const viewer = useViewer();
  const { data } = useQuery(CART_COUNT, { skip: !viewer, context: CART_LANE });
  const units = viewer ? (data?.cart.totalQuantity ?? 0) : 0;
  return (
    <Indicator label={units} disabled={units === 0} size={18} offset={6} color="plaza">
      <ActionIcon
        component={Link}
        to="/cart"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Cart, ${units} ${units === 1 ? 'unit' : 'units'}`}
      >
        <IconShoppingCart size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

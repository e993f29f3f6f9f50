import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useLocation, useNavigate } from 'react-router';
import { describeProblem } from '../graphql/errors.ts';
import { useSessionStore } from '../session/session-context.tsx';
import { ADD_TO_CART, CART_LANE } from './cart-operations.ts';
import { endPurchase } from './purchase-key.ts';
import { rememberProduct, type RememberedProduct } from './remembered-product.ts';

/** Adds a product to the cart; asks visitors to sign in first and remembers the product meanwhile. */
export function useAddToCart() {
  const session = useSessionStore();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [addToCart, { loading }] = useMutation(ADD_TO_CART, {
    context: CART_LANE,
    errorPolicy: 'all',
  });

  async function add(product: RememberedProduct): Promise<boolean> {
    if (!session.current()) {
      rememberProduct(sessionStorage, product);
      await navigate('/sign-in', { state: { from: pathname + search, reason: 'cart' } });
      return false;
    }
    const { data, error } = await addToCart({ variables: { input: product } });
    if (!data || error) {
      const { title, detail } = describeProblem(error);
      notifications.show({ color: 'red', title: `Not added: ${title}`, message: detail });
      return false;
    }
    // The cart was empty: whatever purchase was under way has ended, and this begins another.
    if (data.addToCart.totalQuantity === product.quantity) endPurchase(sessionStorage);
    const line = data.addToCart.lines.find((one) => one.product.id === product.productId);
    notifications.show({ title: 'Added to your cart', message: line?.product.name });
    return true;
  }

  return { add, isAdding: loading };
}

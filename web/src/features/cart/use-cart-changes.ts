import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { CART, CART_LANE, SET_CART_QUANTITY } from '../../shared/cart/cart-operations.ts';
import { withQuantity } from '../../shared/cart/cart-quantity.ts';

/** Changes quantities: shown at once, sent in order, and taken back where the server refuses. */
export function useCartChanges() {
  const [error, setError] = useState<unknown>();
  const [setCartQuantity, { client }] = useMutation(SET_CART_QUANTITY, {
    context: CART_LANE,
    errorPolicy: 'all',
  });

  async function setQuantity(productId: string, quantity: number): Promise<void> {
    setError(undefined);
    const cart = client.readQuery({ query: CART }, true)?.cart;
    const result = await setCartQuantity({
      variables: { input: { productId, quantity } },
      ...(cart && {
        optimisticResponse: { setCartQuantity: withQuantity(cart, productId, quantity) },
      }),
    });
    if (result.error) setError(result.error);
  }

  return { setQuantity, error };
}

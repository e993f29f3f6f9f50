import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type {
  CheckoutMutation,
  ShippingAddressInput,
} from '#schema/operations/generated/graphql.ts';
import { endPurchase, purchaseKey } from '../../shared/cart/purchase-key.ts';
import { useSessionStore } from '../../shared/session/session-context.tsx';
import { CHECKOUT } from './checkout-operations.ts';

export type Refusal = Exclude<CheckoutMutation['checkout'], { __typename: 'Order' }>;

export type PurchaseDetails = { shippingAddress: ShippingAddressInput; paymentToken: string };

/** Places an order, and keeps why that did not work until the next attempt. */
export function usePurchase() {
  const session = useSessionStore();
  const [checkout, { loading, client }] = useMutation(CHECKOUT, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [error, setError] = useState<unknown>();

  function startOver(): void {
    setRefusal(undefined);
    setError(undefined);
  }

  /** The id of the order, or undefined when there is none. */
  async function place(details: PurchaseDetails): Promise<string | undefined> {
    startOver();
    const viewerId = session.current()?.user.id ?? '';
    const idempotencyKey = purchaseKey(sessionStorage, viewerId, () => crypto.randomUUID());
    const result = await checkout({ variables: { input: { ...details, idempotencyKey } } });
    const outcome = result.data?.checkout;
    if (!outcome || result.error) {
      // The order may have been placed all the same: the key stays, and the next attempt asks for the same purchase.
      setError(result.error ?? new Error('The shop sent no answer.'));
      return undefined;
    }
    if (outcome.__typename !== 'Order') {
      if (outcome.__typename !== 'IdempotencyConflict') endPurchase(sessionStorage);
      setRefusal(outcome);
      return undefined;
    }
    endPurchase(sessionStorage);
    return outcome.id;
  }

  return {
    place,
    isPlacing: loading,
    refusal,
    error,
    client,
    startOver,
    /** Leaves a purchase of which the server knows another version, for a new one. */
    startAnother: () => {
      endPurchase(sessionStorage);
      startOver();
    },
  };
}

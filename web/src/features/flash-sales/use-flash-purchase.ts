import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type {
  PlaceFlashOrderMutation,
  ShippingAddressInput,
} from '#schema/operations/generated/graphql.ts';
import { PLACE_FLASH_ORDER } from './flash-operations.ts';

export type FlashOutcome = PlaceFlashOrderMutation['placeFlashOrder'];

export type FlashDetails = {
  shippingAddress: ShippingAddressInput;
  paymentToken: string;
  quantity: number;
};

/** Buys in a sale, and keeps what came of it until the next attempt. */
export function useFlashPurchase(saleId: string) {
  const [placeOrder, { loading, error }] = useMutation(PLACE_FLASH_ORDER, { errorPolicy: 'all' });
  const [outcome, setOutcome] = useState<FlashOutcome>();
  // Stays the same until there is an answer, so that a purchase whose answer got lost is not made twice.
  const key = useRef<{ content: string; key: string }>(undefined);

  async function buy(details: FlashDetails): Promise<FlashOutcome | undefined> {
    setOutcome(undefined);
    const content = JSON.stringify(details);
    if (key.current?.content !== content) key.current = { content, key: crypto.randomUUID() };
    const input = { ...details, saleId, idempotencyKey: key.current.key };
    const answer = (await placeOrder({ variables: { input } })).data?.placeFlashOrder;
    if (answer) key.current = undefined;
    setOutcome(answer);
    return answer;
  }

  return { buy, isBuying: loading, outcome, error, show: setOutcome };
}

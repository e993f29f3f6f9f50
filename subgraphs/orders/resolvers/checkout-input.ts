import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import type { CheckoutRequest } from '../checkout/checkout.ts';
import type { CheckoutInput } from '../generated/resolvers.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => (value == null || value === '' ? null : value));

const checkoutInput = z.object({
  idempotencyKey: z.string().min(8).max(100),
  paymentToken: z.string().min(1, 'is empty').max(200),
  shippingAddress: z.object({
    recipient: line(100),
    line1: line(200),
    line2: optionalLine(200),
    city: line(100),
    region: optionalLine(100),
    postalCode: line(20),
    country: z.string().regex(/^[A-Z]{2}$/, 'is not two capital letters, such as DE'),
  }),
});

/** Throws BAD_USER_INPUT with every mistake, by the name of its field. */
export function readCheckoutInput(input: CheckoutInput): Omit<CheckoutRequest, 'userId'> {
  const result = checkoutInput.safeParse(input);
  if (!result.success) {
    const mistakes = result.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new AppError('BAD_USER_INPUT', mistakes.join('; '));
  }
  const { idempotencyKey, paymentToken, shippingAddress } = result.data;
  return { idempotencyKey, paymentToken, address: shippingAddress };
}

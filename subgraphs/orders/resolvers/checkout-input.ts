import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import type { CheckoutRequest } from '../checkout/checkout.ts';
import type { CheckoutInput } from '../generated/resolvers.ts';

const line = (max: number) => sized(z.string().trim(), 1, max);
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `must have at most ${max} characters`)
    .nullish()
    .transform((value) => (value == null || value === '' ? null : value));

function sized(text: z.ZodString, min: number, max: number): z.ZodString {
  const expected = `must have ${min} to ${max} characters`;
  return text.min(min, expected).max(max, expected);
}

const checkoutInput = z.object({
  idempotencyKey: sized(z.string(), 8, 100),
  paymentToken: sized(z.string(), 1, 200),
  shippingAddress: z.object({
    recipient: line(100),
    line1: line(200),
    line2: optionalLine(200),
    city: line(100),
    region: optionalLine(100),
    postalCode: line(20),
    country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE'),
  }),
});

/** Throws BAD_USER_INPUT with every mistake, by the name of its field. */
export function readCheckoutInput(
  input: Pick<CheckoutInput, 'idempotencyKey' | 'paymentToken' | 'shippingAddress'>,
): Omit<CheckoutRequest, 'userId'> {
  const result = checkoutInput.safeParse(input);
  if (!result.success) {
    const mistakes = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new AppError('BAD_USER_INPUT', mistakes.join('; '));
  }
  const { idempotencyKey, paymentToken, shippingAddress } = result.data;
  return { idempotencyKey, paymentToken, address: shippingAddress };
}

import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import type { Viewer } from '#platform/identity/viewer.ts';
import type { StockAdjustment } from './data/stock-adjustment.repository.ts';
import type { StockLevelFilter } from './data/stock-level.list.ts';
import { isId } from '#platform/database/ids.ts';
import type { AdmissionRequest } from './domain/admission.ts';
import type {
  AdjustStockInput,
  AdmitOrderInput,
  CreateWarehouseInput,
  StockLevelFilter as FilterInput,
} from './generated/resolvers.ts';

/** One call of another subgraph; it sends more in several. */
export const MAX_ORDERS = 1_000;
export const MAX_LINES = 200;
const MAX_UNITS = 1_000_000;
const MAX_FILTER_IDS = 1_000;

const id = z.string().refine(isId, 'must be an id as the graph gives it');

const adjustment = z.object({
  productId: id,
  warehouseId: id,
  delta: z
    .int()
    .min(-MAX_UNITS)
    .max(MAX_UNITS)
    .refine((delta) => delta !== 0, 'must not be 0'),
  reason: z.string().trim().min(1).max(200),
  idempotencyKey: z.string().min(8).max(100).nullish(),
});

const warehouse = z.object({
  code: z.string().regex(/^[A-Z0-9]{2,10}$/, 'must be 2 to 10 capital letters and digits'),
  name: z.string().trim().min(1).max(100),
  city: z.string().trim().min(1).max(100),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE'),
});

const filter = z.object({
  productIds: z.array(z.string()).max(MAX_FILTER_IDS).nullish(),
  warehouseId: z.string().nullish(),
  availableBelow: z.int().nullish(),
});

const orderIds = z.array(id).max(MAX_ORDERS);

// Orders travel together: a product that cannot exist makes its own order short, not all of them wrong.
const admissionRequests = z
  .array(
    z.object({
      orderId: id,
      lines: z
        .array(z.object({ productId: z.string(), quantity: z.int().min(1) }))
        .min(1)
        .max(MAX_LINES),
    }),
  )
  .max(MAX_ORDERS);

export function readAdjustment(
  input: AdjustStockInput,
  viewer: Viewer,
  adjustmentId: string,
): StockAdjustment {
  const { idempotencyKey = null, ...rest } = parseInput(adjustment, input);
  return { ...rest, id: adjustmentId, idempotencyKey, adjustedBy: nameOf(viewer) };
}

export const readWarehouse = (input: CreateWarehouseInput) => parseInput(warehouse, input);

export function readFilter(input: FilterInput): StockLevelFilter {
  const { productIds, warehouseId, availableBelow } = parseInput(filter, input);
  return {
    productIds: productIds ?? undefined,
    warehouseId: warehouseId ?? undefined,
    availableBelow: availableBelow ?? undefined,
  };
}

export const readAdmissionRequests = (input: readonly AdmitOrderInput[]): AdmissionRequest[] =>
  parseInput(admissionRequests, input);

export const readOrderIds = (input: readonly string[]): string[] => parseInput(orderIds, input);

/** Who did it, for the record. */
export function nameOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'user':
      return `user:${viewer.userId}`;
    case 'partner':
      return `partner:${viewer.partnerKeyId}`;
    case 'service':
      return `service:${viewer.name}`;
    case 'anonymous':
      return 'anonymous';
  }
}

export function parseInput<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new AppError('BAD_USER_INPUT', `${path}: ${issue?.message ?? 'cannot be read'}`);
}

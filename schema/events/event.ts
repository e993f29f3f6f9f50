import { z } from 'zod';

/** The schema of one kind of event: what the envelope calls it, and its data. */
export const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), data: z.object(shape) });

import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { InputBudget, Sender } from '../operations/input-budget.ts';
import { mostBytes } from './leave-body.ts';

/** Whoever sends a request, while its body is on the way. */
export interface ReceivedSender {
  viewer: Promise<Viewer>;
  payFor: PayFor;
  /** Charges the sender for a request that is refused with this error. */
  payForRefusal: (error: unknown) => Promise<void>;
}

/** Takes what a body of so many bytes costs, before it is parsed; undefined where there is nothing to wait for. */
export type PayFor = (bytes: number) => Promise<void> | undefined;

export interface ReceiveOptions {
  authenticate: Authenticate;
  input: InputBudget;
}

/**
 * Finds out who sends a request, beside its body. Throws RATE_LIMITED before that is read for who shows nothing, and whose
 * address has used up its budget: for that a look into a map is enough. Who shows a token or a key has a budget of their
 * own, wherever they are: their body is read meanwhile, and not parsed.
 */
export function receiveSender(
  request: IncomingMessage,
  from: Pick<Sender, 'address' | 'requestId'>,
  { authenticate, input }: ReceiveOptions,
): ReceivedSender {
  const { authorization, 'x-api-key': key } = request.headers;
  const apiKey = Array.isArray(key) ? key[0] : key;
  const unknown: Sender = { viewer: ANONYMOUS, ...from };
  const isUnknown = authorization === undefined && apiKey === undefined;
  if (isUnknown) input.requireRoom(unknown, mostBytes(request));
  const viewer = authenticate({ authorization, apiKey });
  return {
    viewer,
    payFor: isUnknown ? (bytes) => input.takeBytes(unknown, bytes) : payAsKnown,
    payForRefusal,
  };

  async function payForRefusal(error: unknown): Promise<void> {
    const known = await knownViewer(viewer);
    await input.takeRefusal({ ...from, viewer: known }, error);
  }

  async function payAsKnown(bytes: number): Promise<void> {
    const sender = { ...from, viewer: await viewer };
    input.requireRoom(sender, bytes);
    await input.takeBytes(sender, bytes);
  }
}

/** A token that says nothing is the fault of an address. */
async function knownViewer(viewer: Promise<Viewer>): Promise<Viewer> {
  try {
    return await viewer;
  } catch {
    return ANONYMOUS;
  }
}

import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { InputBudget, Sender } from '../operations/input-budget.ts';
import { mostBytes } from './leave-body.ts';

/** Pays for a body before it is parsed. */
export interface Payer {
  /** Takes what so many bytes cost; undefined where there is nothing to wait for. */
  payFor: (bytes: number) => Promise<void> | undefined;
}

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
  address: string,
  requestId: string,
  { authenticate, input }: ReceiveOptions,
): ReceivedSender {
  const { authorization, 'x-api-key': key } = request.headers;
  const apiKey = Array.isArray(key) ? key[0] : key;
  const unknown = { viewer: ANONYMOUS, address, requestId };
  const isUnknown = authorization === undefined && apiKey === undefined;
  if (isUnknown) input.requireRoom(unknown, mostBytes(request));
  return new ReceivedSender(unknown, isUnknown, authenticate({ authorization, apiKey }), input);
}

/** Whoever sends a request, while its body is on the way. Made for every request: an object takes less than functions. */
export class ReceivedSender implements Payer {
  readonly viewer: Promise<Viewer>;
  readonly #unknown: Sender;
  readonly #isUnknown: boolean;
  readonly #input: InputBudget;

  constructor(unknown: Sender, isUnknown: boolean, viewer: Promise<Viewer>, input: InputBudget) {
    this.viewer = viewer;
    this.#unknown = unknown;
    this.#isUnknown = isUnknown;
    this.#input = input;
  }

  payFor(bytes: number): Promise<void> | undefined {
    return this.#isUnknown ? this.#input.takeBytes(this.#unknown, bytes) : this.#payAsKnown(bytes);
  }

  /** Charges the sender for a request that is refused with this error. */
  async payForRefusal(error: unknown): Promise<void> {
    const viewer = await knownViewer(this.viewer);
    await this.#input.takeRefusal({ ...this.#unknown, viewer }, error);
  }

  async #payAsKnown(bytes: number): Promise<void> {
    const sender = { ...this.#unknown, viewer: await this.viewer };
    this.#input.requireRoom(sender, bytes);
    await this.#input.takeBytes(sender, bytes);
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

import type { Socket } from 'node:net';
import type { GraphQLFormattedError } from 'graphql';
import type { WebSocket } from 'ws';
import { AppError } from '../../platform/errors.ts';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import type { Authenticate, Credentials } from '../access/authenticate.ts';
import { callerKey } from '../operations/caller.ts';
import type { InputBudget } from '../operations/input-budget.ts';
import type { OverflowPolicy } from './backlog.ts';
import { CLOSE, parseMessage, type ClientMessage } from './messages.ts';
import type { Seats } from './seats.ts';
import { SocketOperation, type OperationSocket } from './socket-operation.ts';
import type { OperationCaller, StartOperation } from './start-operation.ts';
import { expiresInMs } from './token-expiry.ts';

/** What all sockets of a gateway share. */
export interface ConnectionOptions {
  authenticate: Authenticate;
  input: InputBudget;
  start: StartOperation;
  log: Log;
  newId: () => string;
  /** Sockets of a viewer. */
  viewerSockets: Seats;
  /** Operations of a viewer, over all of its sockets. */
  viewerOperations: Seats;
  maxOperationsASocket: number;
  overflow: OverflowPolicy;
  onDrop: () => void;
  initTimeoutMs: number;
}

/** What the request of a socket told of its client. */
export type Peer = Pick<OperationCaller, 'address' | 'headers'>;

/** A client that does not read what it asked for is cut off rather than buffered for. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** One socket: the server's side of graphql-transport-ws. There are thousands, so what they share is not copied. */
export class SocketConnection implements OperationSocket {
  readonly raw: Socket;
  readonly #options: ConnectionOptions;
  readonly #socket: WebSocket;
  readonly #peer: Peer;
  readonly #operations = new Map<string, SocketOperation>();
  /** Until the client has introduced itself, then until its token expires. */
  #timer: NodeJS.Timeout | undefined;
  #state: 'new' | 'greeted' | 'acknowledged' | 'closed' = 'new';
  #viewer: Viewer = ANONYMOUS;
  #whenDrained: (() => void)[] | undefined;
  /** Under which name this socket and its operations are counted. */
  #holder = '';

  constructor(
    { socket, raw, peer }: { socket: WebSocket; raw: Socket; peer: Peer },
    options: ConnectionOptions,
  ) {
    this.#socket = socket;
    this.raw = raw;
    this.#peer = peer;
    this.#options = options;
    this.#timer = setTimeout(
      () => this.#close('initialisationTimeout', 'Connection initialisation timeout'),
      options.initTimeoutMs,
    );
  }

  isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(message: object): void {
    if (!this.isOpen()) return;
    if (this.raw.writableLength > MAX_BUFFERED_BYTES) return this.#socket.terminate();
    this.#socket.send(JSON.stringify(message));
  }

  /** One listener of the socket serves all of its operations. */
  onceDrained(listen: () => void): void {
    if (this.#whenDrained !== undefined) return void this.#whenDrained.push(listen);
    this.#whenDrained = [listen];
    this.raw.once('drain', () => {
      const waiting = this.#whenDrained ?? [];
      this.#whenDrained = undefined;
      for (const resume of waiting) resume();
    });
  }

  forget(id: string): void {
    if (this.#operations.delete(id)) this.#options.viewerOperations.release(this.#holder);
  }

  receive(text: string): void {
    if (!this.#paysFor(text.length)) return;
    try {
      const message = parseMessage(text);
      if (message === undefined) return this.#close('badRequest', 'Invalid message received');
      this.#answer(message);
    } catch (error) {
      this.#fault(error);
    }
  }

  /** The socket is gone. */
  closed(): void {
    clearTimeout(this.#timer);
    if (this.#state === 'acknowledged') this.#options.viewerSockets.release(this.#holder);
    this.#state = 'closed';
    for (const operation of this.#operations.values()) operation.cancel();
  }

  /**
   * Before a message is parsed. Who has no room for a large one is cut off; small ones are read: this may be somebody
   * else of the same address. What is taken shows with the next.
   */
  #paysFor(bytes: number): boolean {
    const { input } = this.#options;
    const sender = { viewer: this.#viewer, address: this.#peer.address, requestId: '' };
    const paying = input.takeBytes(sender, bytes);
    if (paying === undefined) return true;
    paying.catch(() => undefined);
    try {
      input.requireRoom(sender, bytes);
      return true;
    } catch {
      this.#close('tryAgainLater', 'Too much large or refused input: try again later');
      return false;
    }
  }

  #answer(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        return this.#greet(message.payload ?? {});
      case 'ping':
        return this.send({ type: 'pong', ...(message.payload && { payload: message.payload }) });
      case 'pong':
        return undefined;
      case 'subscribe':
        return this.#subscribe(message);
      case 'complete':
        return this.#operations.get(message.id)?.cancel();
    }
  }

  #greet(payload: Readonly<Record<string, unknown>>): void {
    if (this.#state !== 'new') {
      return this.#close('tooManyInitialisationRequests', 'Too many initialisation requests');
    }
    this.#state = 'greeted';
    clearTimeout(this.#timer);
    this.#options.authenticate(credentialsOf(payload)).then(
      (viewer) => this.#acknowledge(viewer),
      (error: unknown) => this.#reject(error),
    );
  }

  #acknowledge(viewer: Viewer): void {
    if (this.#state !== 'greeted') return;
    const holder = callerKey({ viewer, address: this.#peer.address });
    if (!this.#options.viewerSockets.take(holder)) {
      return this.#close('tryAgainLater', 'Too many sockets of one viewer');
    }
    this.#state = 'acknowledged';
    this.#viewer = viewer;
    this.#holder = holder;
    const lifetimeMs = expiresInMs(viewer, Date.now());
    if (lifetimeMs !== undefined) {
      // 4403 is the code on which clients of this protocol connect again, and so send a fresh token.
      const expire = () => this.#close('forbidden', 'Forbidden: the access token has expired');
      this.#timer = setTimeout(expire, lifetimeMs);
    }
    this.send({ type: 'connection_ack' });
  }

  #reject(error: unknown): void {
    if (!(error instanceof AppError)) {
      return this.#fault(error);
    }
    if (error.code === 'UNAVAILABLE') return this.#close('tryAgainLater', 'Try again later');
    return this.#close('forbidden', 'Forbidden');
  }

  #subscribe({ id, payload }: Extract<ClientMessage, { type: 'subscribe' }>): void {
    if (this.#state !== 'acknowledged') return this.#close('unauthorized', 'Unauthorized');
    if (this.#operations.has(id)) {
      return this.#close('subscriberAlreadyExists', `Subscriber for ${id} already exists`);
    }
    const { start, newId, overflow, onDrop, viewerOperations } = this.#options;
    const isOneTooMany = this.#operations.size >= this.#options.maxOperationsASocket;
    if (isOneTooMany || !viewerOperations.take(this.#holder)) return this.#refuse(id, TOO_MANY);

    const operation = new SocketOperation(this, id, { policy: overflow, onDrop });
    this.#operations.set(id, operation);
    const caller = { ...this.#peer, viewer: this.#viewer, requestId: newId() };
    start(payload, caller, operation).catch((error: unknown) => this.#fault(error));
  }

  #refuse(id: string, error: GraphQLFormattedError): void {
    this.send({ id, type: 'error', payload: [error] });
  }

  #fault(error: unknown): void {
    this.#options.log.error({ err: error }, 'a socket failed');
    this.#close('internalServerError', 'Internal server error');
  }

  #close(code: keyof typeof CLOSE, reason: string): void {
    // A reason is at most 123 bytes: RFC 6455, section 5.5.
    this.#socket.close(CLOSE[code], Buffer.from(reason).subarray(0, 120).toString());
  }
}

const TOO_MANY: GraphQLFormattedError = {
  message: 'too many operations at once: complete some first',
  extensions: { code: 'RATE_LIMITED' },
};

/** Names of headers are written as each client likes. */
function credentialsOf(payload: Readonly<Record<string, unknown>>): Credentials {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value === 'string') texts.set(name.toLowerCase(), value);
  }
  return { authorization: texts.get('authorization'), apiKey: texts.get('x-api-key') };
}

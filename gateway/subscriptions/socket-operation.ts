import type { Socket } from 'node:net';
import type { GraphQLFormattedError } from 'graphql';
import { Backlog, type Outlet, type OverflowPolicy } from './backlog.ts';
import type { SharedEvent } from './shared-event.ts';
import { writeTextMessage } from './socket-frames.ts';
import type { StartingMember } from './start-operation.ts';

/** Bytes that wait for a client to read them; from here on its events wait as references to their group's. */
const CONGESTED_BYTES = 64_000;

/** The socket of an operation, as far as it needs it. */
export interface OperationSocket {
  raw: Socket;
  isOpen: () => boolean;
  send: (message: object) => void;
  /** Calls once, when the client has read what was written. */
  onceDrained: (listen: () => void) => void;
  /** The operation is over: its id is free again. */
  forget: (id: string) => void;
}

/** One operation of a socket: its messages carry its id. */
export class SocketOperation implements StartingMember, Outlet {
  readonly #socket: OperationSocket;
  readonly #id: string;
  /** The beginning of each `next` message. */
  readonly #head: Buffer;
  readonly #backlog: Backlog;
  #stop: (() => void) | undefined;
  #isOver = false;

  constructor(
    socket: OperationSocket,
    id: string,
    { policy, onDrop }: { policy: OverflowPolicy; onDrop: () => void },
  ) {
    this.#socket = socket;
    this.#id = id;
    this.#head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    this.#backlog = new Backlog(this, policy, onDrop);
  }

  isOver(): boolean {
    return this.#isOver;
  }

  /** Stops it at once when it is over already. */
  started(stop: () => void): void {
    if (this.#isOver) stop();
    else this.#stop = stop;
  }

  next(event: SharedEvent): void {
    if (!this.#isOver) this.#backlog.push(event);
  }

  fail(errors: readonly GraphQLFormattedError[]): void {
    this.#end({ id: this.#id, type: 'error', payload: errors });
  }

  complete(): void {
    this.#end({ id: this.#id, type: 'complete' });
  }

  /** The client wants no more of it, or is gone: it is told nothing. */
  cancel(): void {
    this.#isOver = true;
    this.#backlog.clear();
    this.#stop?.();
    this.#socket.forget(this.#id);
  }

  isCongested(): boolean {
    return this.#socket.raw.writableLength > CONGESTED_BYTES;
  }

  write(event: SharedEvent): void {
    if (this.#socket.isOpen()) writeTextMessage(this.#socket.raw, this.#head, event.socketTail);
  }

  onceDrained(listen: () => void): void {
    this.#socket.onceDrained(listen);
  }

  #end(message: object): void {
    if (this.#isOver) return;
    this.#backlog.flush();
    this.cancel();
    this.#socket.send(message);
  }
}

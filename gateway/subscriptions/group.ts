import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { UpstreamEnd } from './follow-upstream.ts';
import { SharedEvent, type MaskedResult } from './shared-event.ts';

/** A subscriber, whatever its transport. After `fail` or `complete` it hears nothing more. */
export interface Member {
  next: (event: SharedEvent) => void;
  fail: (errors: readonly GraphQLFormattedError[]) => void;
  complete: () => void;
}

export interface GroupOptions {
  /** Whether a subscriber who comes after an event may still join, and what it begins with. */
  lateMembers: 'none' | 'from-next-event' | 'from-latest-event';
  /** No event may be left out, not even for a client that reads too slowly. */
  mustArrive: boolean;
  /** How long the upstream stays open for the next subscriber when the last one has left. */
  lingerMs: number;
  /** Reads events until it is over. */
  follow: (
    signal: AbortSignal,
    onEvent: (event: ExecutionResult, isAfterGap: boolean) => Promise<void>,
  ) => Promise<UpstreamEnd>;
  /** The answer to one event. Does not throw: an error belongs to its event. */
  resolve: (event: ExecutionResult) => Promise<MaskedResult>;
  mask: (errors: NonNullable<ExecutionResult['errors']>) => readonly GraphQLFormattedError[];
  /** Runs once: nobody can join any more. */
  onClosed: () => void;
  /** Runs when later subscribers need a group of their own. */
  onFull: () => void;
}

/** Members served before other work of this process has its turn: a quarter of a millisecond. */
const MEMBERS_A_TURN = 32;

/** Subscribers of one operation with the same variables and access: one upstream, and each event is resolved once. */
export class Group {
  readonly #options: GroupOptions;
  readonly #members = new Set<Member>();
  readonly #stop = new AbortController();
  #latest: SharedEvent | undefined;
  #linger: NodeJS.Timeout | undefined;
  #isFull = false;

  constructor(options: GroupOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#members.size;
  }

  /** The first member opens the upstream. */
  join(member: Member): void {
    clearTimeout(this.#linger);
    this.#members.add(member);
    if (this.#latest !== undefined) member.next(this.#latest);
  }

  leave(member: Member): void {
    if (!this.#members.delete(member) || this.#members.size > 0) return;
    const { lingerMs } = this.#options;
    if (lingerMs === 0 || this.#isFull) return this.#close();
    this.#linger = setTimeout(() => this.#close(), lingerMs);
    this.#linger.unref();
  }

  /** Ends every subscription with this error, and the upstream. */
  end(errors: readonly GraphQLFormattedError[]): void {
    const members = [...this.#members];
    this.#members.clear();
    this.#close();
    for (const member of members) member.fail(errors);
  }

  async run(): Promise<void> {
    const end = await this.#options.follow(this.#stop.signal, (event, isAfterGap) =>
      this.#deliver(event, isAfterGap),
    );
    const members = [...this.#members];
    this.#members.clear();
    this.#close();
    if (end.kind === 'failed') {
      const errors = this.#options.mask(end.errors);
      for (const member of members) member.fail(errors);
    }
    // As the reference implementation of the protocol does: an answer with errors, and it is complete.
    if (end.kind === 'refused') {
      const answer = new SharedEvent({ errors: this.#options.mask(end.errors) });
      for (const member of members) member.next(answer);
    }
    if (end.kind === 'completed' || end.kind === 'refused') {
      for (const member of members) member.complete();
    }
  }

  async #deliver(event: ExecutionResult, isAfterGap: boolean): Promise<void> {
    const { lateMembers, resolve, onFull, mustArrive } = this.#options;
    if (lateMembers === 'none' && !this.#isFull) {
      this.#isFull = true;
      onFull();
    }
    if (this.#members.size === 0 && lateMembers !== 'from-latest-event') return;

    const shared = new SharedEvent(await resolve(event), mustArrive);
    if (lateMembers === 'from-latest-event') this.#latest = shared;
    const told = isAfterGap || event.extensions?.['gap'] === true ? shared.afterGap : shared;
    // Who joins meanwhile is none of them: `join` has handed out the event already, or it came before them.
    const members = [...this.#members];
    for (const [index, member] of members.entries()) {
      if (index > 0 && index % MEMBERS_A_TURN === 0) await nextTurn();
      if (this.#members.has(member)) member.next(told);
    }
  }

  #close(): void {
    if (this.#stop.signal.aborted) return;
    clearTimeout(this.#linger);
    this.#stop.abort();
    this.#options.onClosed();
  }
}

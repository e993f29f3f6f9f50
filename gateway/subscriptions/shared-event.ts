import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

/** What clients see of an answer: its errors are masked. */
export interface MaskedResult extends Omit<ExecutionResult, 'errors'> {
  errors?: readonly GraphQLFormattedError[];
}

/**
 * One event of a group, serialized once however many members it has. Members share the bytes; those who
 * have missed events before it receive the variant that says so.
 */
export class SharedEvent {
  /** Its stream has no gaps: a client that cannot take it is told so in place of missing it. */
  readonly mustArrive: boolean;
  readonly #result: MaskedResult;
  #socketTail: Buffer | undefined;
  #streamChunk: Buffer | undefined;
  #afterGap: SharedEvent | undefined;

  constructor(result: MaskedResult, mustArrive = false) {
    this.#result = result;
    this.mustArrive = mustArrive;
  }

  /** The end of a `next` message: its payload and the closing brace. A member writes its own head before it. */
  get socketTail(): Buffer {
    this.#socketTail ??= Buffer.from(`${JSON.stringify(this.#result)}}`);
    return this.#socketTail;
  }

  /** A whole `next` event of an event stream. */
  get streamChunk(): Buffer {
    this.#streamChunk ??= Buffer.from(`event: next\ndata: ${JSON.stringify(this.#result)}\n\n`);
    return this.#streamChunk;
  }

  /** The same event with `extensions.gap`: events before it were lost. */
  get afterGap(): SharedEvent {
    const extensions = { ...this.#result.extensions, gap: true };
    this.#afterGap ??= new SharedEvent({ ...this.#result, extensions }, this.mustArrive);
    return this.#afterGap;
  }
}

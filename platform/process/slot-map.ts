/**
 * A map for what comes and goes all the time, such as work under way: it forgets what is deleted.
 *
 * V8's own does not, for a while. The tables that it outgrows hold what they held and lead to the ones that followed, so
 * once one of them is old, all that is ever put in afterwards lives until the next full collection, with whatever that
 * leads to. Here such tables hold keys and numbers alone.
 */
export class SlotMap<Key extends string | number, Value> {
  readonly #slots = new Map<Key, number>();
  readonly #values: (Value | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#slots.size;
  }

  has(key: Key): boolean {
    return this.#slots.has(key);
  }

  get(key: Key): Value | undefined {
    const slot = this.#slots.get(key);
    return slot === undefined ? undefined : this.#values[slot];
  }

  set(key: Key, value: Value): void {
    const slot = this.#slots.get(key) ?? this.#free.pop() ?? this.#values.length;
    this.#slots.set(key, slot);
    this.#values[slot] = value;
  }

  delete(key: Key): boolean {
    const slot = this.#slots.get(key);
    if (slot === undefined) return false;
    this.#slots.delete(key);
    this.#values[slot] = undefined;
    this.#free.push(slot);
    return true;
  }

  /** In the order in which their keys came. */
  values(): Value[] {
    return Array.from(this.#slots.values(), (slot) => this.#values[slot] as Value);
  }
}

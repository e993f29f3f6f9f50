/** Time and ids as arguments. */
export interface Clock {
  now: () => Date;
  newId: () => string;
}

/**
 * The provider as a whole does not answer. That is no fault of the event, so it has the code of a host
 * that cannot be reached: consumers let events wait for that, however long it takes.
 */
export class ProviderAway extends Error {
  override name = 'ProviderAway';
  readonly code = 'EHOSTUNREACH';
}

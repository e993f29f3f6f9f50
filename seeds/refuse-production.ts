/** What was asked for must not happen here. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** Demo accounts have passwords that everybody knows. */
export function refuseProduction(environment: string | undefined): void {
  if (environment !== 'production') return;
  throw new RefusedError(
    'PLAZA_ENV is production: seeding adds accounts whose passwords everybody knows ' +
      '(with PLAZA_SEED=none the start leaves it out)',
  );
}

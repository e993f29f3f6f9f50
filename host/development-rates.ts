/**
 * On the machine of whoever builds with it, scripts and tests ask more in a minute than any customer: the
 * rates of `npm start` are those of a laboratory, unless a setting says otherwise. A gateway that is started
 * by itself, and production, have the rates of docs/settings.md.
 */
export function developmentRates(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (env['PLAZA_ENV'] === 'production') return {};
  return {
    GATEWAY_RATE_USER: '100000',
    GATEWAY_RATE_ADDRESS: '1000000',
    GATEWAY_RATE_REGISTERED: '1000000',
    GATEWAY_RATE_PARTNER: '100000',
    CHECKOUT_RATE: '100000',
  };
}

import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Keys whose values never reach a log line, at the top or one level down. */
const SECRET_KEYS = [
  'password',
  'authorization',
  'token',
  'accessToken',
  'refreshToken',
  'paymentToken',
  'secret',
  'apiKey',
  'cookie',
];

export function createLog(options: { level: string; name: string; isPretty?: boolean }): Log {
  return pino({
    level: options.level,
    name: options.name,
    base: { name: options.name },
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[secret]' },
    ...(options.isPretty === true && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', colorize: true } },
    }),
  });
}

/** For tests: a log that says nothing. */
export const silentLog: Log = pino({ level: 'silent' });

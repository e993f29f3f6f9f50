import { SettingsError, type SettingsOf } from '#platform/config/settings.ts';
import { createSmtpMail } from '../mail/smtp-mail.ts';
import { createFcmPush } from '../push/fcm-push.ts';
import { serviceAccount, type ServiceAccount } from '../push/service-account.ts';
import type { accountsSettings } from '../settings.ts';
import { createHttpSms } from '../sms/http-sms.ts';
import { createLocalProvider } from './local-provider.ts';
import type { Providers } from './provider.ts';

/** The providers that the settings name, and local ones in place of those that they do not. */
export function createProviders(
  settings: SettingsOf<typeof accountsSettings>,
  { workers, now }: { workers: () => number; now: () => Date },
): Providers {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_FROM, FCM_SERVICE_ACCOUNT, FCM_URL } = settings;
  return {
    EMAIL:
      SMTP_URL === undefined
        ? createLocalProvider({ from: MAIL_FROM, now })
        : createSmtpMail({
            url: SMTP_URL,
            from: MAIL_FROM,
            perSecond: settings.EMAIL_PER_SECOND,
            workers,
          }),
    SMS:
      SMS_URL === undefined
        ? createLocalProvider({ from: SMS_FROM, now })
        : createHttpSms({
            url: readSmsUrl(SMS_URL),
            from: SMS_FROM,
            perSecond: settings.SMS_PER_SECOND,
            workers,
          }),
    ...(FCM_SERVICE_ACCOUNT !== undefined && {
      PUSH: createFcmPush({
        account: readServiceAccount(FCM_SERVICE_ACCOUNT),
        url: FCM_URL,
        perSecond: settings.PUSH_PER_SECOND,
        workers,
        now,
      }),
    }),
  };
}

/** The value is a secret: what is wrong with it is said without it. */
function readSmsUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol.startsWith('http') === true && parsed.username && parsed.password)
    return url;
  throw new SettingsError('SMS_URL must be a URL such as https://account:token@api.twilio.com');
}

function readServiceAccount(json: string): ServiceAccount {
  try {
    return serviceAccount.parse(JSON.parse(json));
  } catch {
    throw new SettingsError(
      'FCM_SERVICE_ACCOUNT must be the JSON of a service account, with project_id, client_email, private_key and token_uri',
    );
  }
}

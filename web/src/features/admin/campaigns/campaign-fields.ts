import type { StartCampaignInput } from '#schema/operations/generated/graphql.ts';

export type CampaignFields = {
  subject: string;
  body: string;
  /** Empty is any. */
  language: string;
  /** As the input of the browser has it, in the reader's time zone; empty is any. */
  registeredFrom: string;
  registeredBefore: string;
  /** Empty is as many as a campaign may reach. */
  maxRecipients: number | string;
};

export const EMPTY_CAMPAIGN: CampaignFields = {
  subject: '',
  body: '',
  language: '',
  registeredFrom: '',
  registeredBefore: '',
  maxRecipients: '',
};

const MAX_SUBJECT = 200;
const MAX_BODY = 5_000;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/u;

const textUpTo = (max: number) => (value: string) => {
  const { length } = value.trim();
  return length >= 1 && length <= max ? null : `From 1 to ${max.toLocaleString('en')} characters`;
};

export const validateCampaign = {
  subject: textUpTo(MAX_SUBJECT),
  body: textUpTo(MAX_BODY),
  language: (value: string) =>
    value.trim() === '' || LANGUAGE.test(value.trim()) ? null : 'A language, such as en or de-AT',
  registeredBefore: (value: string, { registeredFrom }: CampaignFields) =>
    value !== '' && registeredFrom !== '' && new Date(value) <= new Date(registeredFrom)
      ? 'Later than the beginning'
      : null,
  maxRecipients: (value: number | string) =>
    value === '' || (Number.isSafeInteger(value) && Number(value) >= 1)
      ? null
      : 'At least one person',
};

/** `idempotencyKey` is one for as long as the form is open: sent twice, it is one campaign. */
export function toCampaignInput(
  fields: CampaignFields,
  idempotencyKey: string,
): StartCampaignInput {
  const { subject, body, language, registeredFrom, registeredBefore, maxRecipients } = fields;
  return {
    subject: subject.trim(),
    body: body.trim(),
    idempotencyKey,
    ...(language.trim() !== '' && { language: language.trim() }),
    ...(registeredFrom !== '' && { registeredFrom: new Date(registeredFrom).toISOString() }),
    ...(registeredBefore !== '' && { registeredBefore: new Date(registeredBefore).toISOString() }),
    ...(maxRecipients !== '' && { maxRecipients: Number(maxRecipients) }),
  };
}

/** What an answer can be written as. */
export type AnswerType = 'application/json' | 'application/graphql-response+json';

const RESPONSE: AnswerType = 'application/graphql-response+json';
const JSON_TYPE: AnswerType = 'application/json';

/**
 * The media type to answer with, by `accept`; undefined when it allows neither. Clients that name none of
 * the two get `application/json`, as those do that are older than the specification.
 */
export function negotiate(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE;
  let best: { type: AnswerType; quality: number } | undefined;
  for (const { type, quality } of parseAccept(accept)) {
    const offered = type === RESPONSE ? RESPONSE : isJson(type) ? JSON_TYPE : undefined;
    if (offered === undefined || quality === 0) continue;
    if (best === undefined || quality > best.quality) best = { type: offered, quality };
  }
  return best?.type;
}

const isJson = (type: string): boolean => [JSON_TYPE, 'application/*', '*/*'].includes(type);

function parseAccept(accept: string): { type: string; quality: number }[] {
  return accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality: Number.isNaN(quality) ? 1 : quality };
  });
}

/** Whether a body is JSON in UTF-8, the one encoding that is read. */
export function isJsonBody(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  return (
    type?.trim() === JSON_TYPE && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
  );
}

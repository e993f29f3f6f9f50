export interface ProductInput {
  sku?: string | null;
  name?: string | null;
  description?: string | null;
  priceCents?: number | null;
  imageUrl?: string | null;
}

const SKU = /^[A-Za-z0-9-]{1,40}$/;
// No dots in a row: the path must stay below /media/.
const IMAGE_URL = /^\/media\/(?!.*\.\.)[\w./-]{1,300}$/;
const MAX_NAME = 200;
const MAX_DESCRIPTION = 5_000;
const MAX_PRICE_CENTS = 100_000_000;

/** Everything that is wrong with what an editor has typed, one sentence each. Fields left out are fine. */
export function checkProduct(input: ProductInput): string[] {
  const { sku, name, description, priceCents, imageUrl } = input;
  const mistakes: string[] = [];
  const check = (isRight: boolean, mistake: string) => {
    if (!isRight) mistakes.push(mistake);
  };

  if (sku != null) check(SKU.test(sku), 'sku must be 1 to 40 letters, digits and dashes');
  if (name != null) {
    check(
      name.trim() !== '' && name.length <= MAX_NAME,
      `name must be 1 to ${MAX_NAME} characters`,
    );
  }
  if (description != null) {
    check(
      description.length <= MAX_DESCRIPTION,
      `description must be at most ${MAX_DESCRIPTION} characters`,
    );
  }
  if (priceCents != null) {
    check(
      priceCents >= 1 && priceCents <= MAX_PRICE_CENTS,
      `priceCents must be from 1 to ${MAX_PRICE_CENTS}`,
    );
  }
  return imageUrl == null ? mistakes : [...mistakes, ...checkPicture(imageUrl)];
}

export function checkPicture(imageUrl: string): string[] {
  return IMAGE_URL.test(imageUrl) ? [] : ['imageUrl must be a path that starts with /media/'];
}

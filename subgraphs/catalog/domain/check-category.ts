import { checkPicture } from './check-product.ts';

export interface CategoryInput {
  slug: string;
  name: string;
  imageUrl?: string | null;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG = 60;
const MAX_NAME = 100;

/** Everything that is wrong with a new category, one sentence each. */
export function checkCategory({ slug, name, imageUrl }: CategoryInput): string[] {
  const mistakes: string[] = [];
  if (!SLUG.test(slug) || slug.length > MAX_SLUG) {
    mistakes.push(
      `slug must be 1 to ${MAX_SLUG} lower-case letters, digits and single dashes, such as coffee-and-tea`,
    );
  }
  if (name.trim() === '' || name.length > MAX_NAME) {
    mistakes.push(`name must be 1 to ${MAX_NAME} characters`);
  }
  return imageUrl == null ? mistakes : [...mistakes, ...checkPicture(imageUrl)];
}

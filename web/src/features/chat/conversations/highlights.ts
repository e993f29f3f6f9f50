export type TextPart = { readonly text: string; readonly isFound: boolean };

type Range = { readonly start: number; readonly length: number };

/** Characters that are shown before the first that was found. */
const LEAD = 40;

/** A text in parts, those that were found apart; begins a little before the first of them. */
export function cutByHighlights(text: string, highlights: readonly Range[]): TextPart[] {
  const first = highlights[0]?.start ?? 0;
  let at = first > LEAD ? first - LEAD : 0;
  const parts: TextPart[] = at > 0 ? [{ text: '…', isFound: false }] : [];
  for (const { start, length } of highlights) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isFound: false });
    parts.push({ text: text.slice(start, start + length), isFound: true });
    at = start + length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false });
  return parts;
}

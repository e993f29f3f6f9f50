const CODES =
  'AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SI SK US ZA';

/** Where parcels go, by name. */
export const COUNTRIES: { value: string; label: string }[] = countries('en');

function countries(language: string) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return CODES.split(' ')
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

export function countryName(code: string): string {
  return COUNTRIES.find(({ value }) => value === code)?.label ?? code;
}

import { EMPTY_CAMPAIGN, toCampaignInput, validateCampaign } from './campaign-fields.ts';

const offer = { ...EMPTY_CAMPAIGN, subject: ' Tea ', body: 'Half the price.' };

test('conditions that are left empty are no conditions', () => {
  expect(toCampaignInput(offer, 'key')).toEqual({
    subject: 'Tea',
    body: 'Half the price.',
    idempotencyKey: 'key',
  });
});

test('conditions that are filled in go along, times as moments', () => {
  const registeredFrom = '2026-03-01T12:00';
  const input = toCampaignInput(
    { ...offer, language: 'de', registeredFrom, maxRecipients: 5 },
    'k',
  );

  expect(input).toMatchObject({ language: 'de', maxRecipients: 5 });
  expect(input.registeredFrom).toBe(new Date(registeredFrom).toISOString());
});

test('what cannot be sent is told beside its field', () => {
  expect(validateCampaign.subject('  ')).toContain('From 1 to 200');
  expect(validateCampaign.body('x'.repeat(5_001))).toContain('5,000');
  expect(validateCampaign.language('german!')).toContain('de-AT');
  expect(validateCampaign.maxRecipients(0)).toBe('At least one person');
  const registeredFrom = '2026-03-01T12:00';
  expect(validateCampaign.registeredBefore(registeredFrom, { ...offer, registeredFrom })).toBe(
    'Later than the beginning',
  );
  expect(validateCampaign.language('')).toBeNull();
});

import { expect, test } from 'vitest'
import { preferredLanguage } from './language.ts'

test('the person’s choice comes first, then the browser’s languages in their order, then German', () => {
  expect(preferredLanguage('en', ['de-DE'])).toBe('en')
  expect(preferredLanguage(null, ['fr-FR', 'en-US', 'de-DE'])).toBe('en')
  expect(preferredLanguage('xx', ['DE-at'])).toBe('de')
  expect(preferredLanguage(null, ['pl-PL'])).toBe('de')
})

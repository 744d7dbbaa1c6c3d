/** Which language a request gets, by address and by Accept-Language (RFC 9110 § 12.5.4). */
import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';

test.each([
  ['/en/search', undefined, 'en'],
  ['/en', 'zh-CN', 'en'],
  ['/en?x=1', undefined, 'en'],
  ['/enterprise', undefined, 'zh'],
  ['/api/v1/x', 'en-GB,zh;q=0.5', 'en'],
  ['/api/v1/x', 'zh-CN,en;q=0.9', 'zh'],
  ['/api/v1/x', 'fr, en;q=0.3', 'en'],
  ['/api/v1/x', 'fr', 'zh'],
  ['/api/v1/x', 'en;q=0', 'zh'],
  ['/api/v1/x', ';;,,q=', 'zh'],
  ['/api/v1/x', undefined, 'zh'],
])('%s with %s is %s', (url, header, language) => {
  expect(chooseLanguage(url, header)).toBe(language);
});

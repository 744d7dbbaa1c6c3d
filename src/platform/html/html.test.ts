/** Nothing gets into a page unescaped unless it is markup of ours. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, raw } from './index.ts';

test('values are escaped, in content and in quoted attributes', () => {
  const name = `<script>alert("1")</script> & 'x'`;
  expect(String(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  );
});

test('markup inside markup is not escaped again, lists are joined, nothing gives nothing', () => {
  const items = ['甲', '乙'].map((name) => html`<li>${name}</li>`);
  expect(String(html`<ul>${items}</ul>${null}${undefined}${false}${true}${0}${10n}${raw('<br>')}`)).toBe(
    '<ul><li>甲</li><li>乙</li></ul>010<br>',
  );
});

test('no text whatever opens a tag or leaves an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(String(html`${text}`)).not.toMatch(/[<>"']/);
    }),
  );
});

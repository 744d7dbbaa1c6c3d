/** Typesetting: a PDF/A with Chinese type, data that is never markup, and a wrong template that says so. */
import { expect, test } from 'vitest';
import { TypesettingError, typesetPdf } from './index.ts';

const at = new Date('2026-11-18T02:00:00Z');
const template = '#let d = json(bytes(sys.inputs.data))\n#set text(font: "Noto Sans SC")\n#d.name';

test('a document is a PDF that embeds the Chinese type', () => {
  const pdf = typesetPdf(template, { name: '清和市鑫源建材有限公司' }, at);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.includes('NotoSansSC')).toBe(true);
  expect(pdf.includes('pdfaid')).toBe(true);
});

test('what looks like markup in data stays text', () => {
  expect(() => typesetPdf(template, { name: '#read("/etc/passwd") #panic() $x' }, at)).not.toThrow();
});

test('a template may read no file', () => {
  expect(() => typesetPdf('#read("/etc/passwd")', {}, at)).toThrow(TypesettingError);
  expect(() => typesetPdf('#nothing', {}, at)).toThrow(TypesettingError);
});

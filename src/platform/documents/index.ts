/** The documents door: typesets PDF with Typst from a template and data, in the process and without a browser. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// The package that holds the type has no entry for Node, so its folder is found by its description.
const fontFolder = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
);
const fontPaths = ['400Regular', '600SemiBold'].map((weight) => path.join(fontFolder, weight));

/** Text of a document could not be typeset: a fault of its template. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

let compiler: NodeCompiler | undefined;

/** Made once, on first use: reading the type takes most of its time. */
function getCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: path.join(import.meta.dirname, 'no-files'),
    fontArgs: [{ fontPaths }],
  });
  return compiler;
}

/**
 * Typesets `template` (Typst source, which may use the house's `document` rules) with `data`, which it reads as
 * `json(bytes(sys.inputs.data))`: data is never part of the source, so no word in it can be markup.
 * @param at the date that the document bears
 * @returns a PDF/A-2b (ISO 19005-2)
 * @throws TypesettingError for a template that is wrong
 */
export function typesetPdf(template: string, data: unknown, at: Date): Buffer {
  const inputs = { data: JSON.stringify(data) };
  const result = getCompiler().compile({ mainFileContent: template, inputs });
  if (!result.result) {
    throw new TypesettingError(
      JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'),
    );
  }
  const pdf = getCompiler().pdf(result.result, {
    pdfStandard: 'a-2b',
    creationTimestamp: Math.floor(at.getTime() / 1000),
  });
  getCompiler().evictCache(10);
  return pdf;
}

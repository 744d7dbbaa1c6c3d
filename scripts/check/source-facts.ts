// Reads one TypeScript file's syntax for what the rules ask: imports, strings, and uses of clock, environment and network.
import ts from 'typescript';
import type { SourceFile } from './finding.ts';

/** One import, export-from or `import()`: the module's text and the names taken from it. */
export interface ImportFact {
  from: string;
  names: string[];
  /** Only types are taken, so nothing is loaded. */
  typeOnly: boolean;
  line: number;
}

/** One string or template in the program; `${…}` inside a template reads `$`. */
export interface TextFact {
  text: string;
  line: number;
}

/** What one file's syntax says. */
export interface SourceFacts {
  path: string;
  imports: ImportFact[];
  texts: TextFact[];
  /** Uses of the outside world that need no import: `new Date()`, `Date.now()`, `process.env`, `fetch()`. */
  worldUses: TextFact[];
}

function importedNames(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const clause = ts.isImportDeclaration(node) ? node.importClause : node.exportClause;
  if (!clause) return ['*'];
  const names: string[] = [];
  if (ts.isImportClause(clause) && clause.name) names.push('default');
  const bindings = ts.isImportClause(clause) ? clause.namedBindings : clause;
  if (!bindings) return names;
  if (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) {
    for (const element of bindings.elements) names.push((element.propertyName ?? element.name).text);
  } else names.push('*');
  return names;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function worldUse(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
    return node.arguments?.length ? undefined : 'new Date()';
  }
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const text = `${node.expression.text}.${node.name.text}`;
    if (text === 'Date.now' || text === 'globalThis.fetch') return `${text}()`;
    if (text === 'process.env') return text;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === 'fetch') return 'fetch()';
    if (node.expression.text === 'Date') return 'Date()';
  }
  return undefined;
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `$${span.literal.text}`).join('');
}

/** Parses one file; a file with syntax errors still gives what can be read (the type check reports it). */
export function readFacts(file: SourceFile): SourceFacts {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, false);
  const facts: SourceFacts = { path: file.path, imports: [], texts: [], worldUses: [] };
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const from = literalText(node.moduleSpecifier) ?? '';
      facts.imports.push({
        from,
        names: importedNames(node),
        typeOnly: isTypeOnly(node),
        line: lineOf(node),
      });
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const target = node.arguments[0];
      const from = target && literalText(target);
      if (from !== undefined) facts.imports.push({ from, names: ['*'], typeOnly: false, line: lineOf(node) });
    }
    const text = literalText(node);
    if (text !== undefined) facts.texts.push({ text, line: lineOf(node) });
    const use = worldUse(node);
    if (use) facts.worldUses.push({ text: use, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return facts;
}

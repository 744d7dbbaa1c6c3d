// Turns the floors of src/architecture.ts into dependency-cruiser rules, one name and one remedy each.
import {
  doors,
  type Floor,
  floors,
  outsideModules,
  shelteredFloors,
  sqlPackages,
  sqlPlaces,
  testFiles,
} from '../../src/architecture.ts';

interface Place {
  path?: string | string[];
  pathNot?: string | string[];
  circular?: boolean;
  reachable?: boolean;
  couldNotResolve?: boolean;
  dependencyTypesNot?: string[];
}

/** A rule as dependency-cruiser reads it: an import from `from` to `to` is a violation. */
export interface FloorRule {
  name: string;
  /** What to do about a violation, shown under it. */
  comment: string;
  severity: 'error';
  from: Place;
  to: Place;
}

const either = (names: readonly string[]): string =>
  `(${names.map((name) => name.replace('.', '\\.')).join('|')})`;

function rule(name: string, comment: string, from: Place, to: Place): FloorRule {
  return { name, comment, severity: 'error', from, to };
}

function noArrowUp(floor: Floor, index: number): FloorRule[] {
  const above = floors.slice(index + 1).map((higher) => higher.files);
  if (above.length === 0) return [];
  return [
    rule(
      `no-arrow-up-from-${floor.name}`,
      'A floor imports only floors below it. Move the code down, pass it in, or react in app/subscriptions.ts.',
      { path: floor.files, pathNot: testFiles },
      { path: above },
    ),
  ];
}

const node = `^(node:)?${either(outsideModules)}$`;
const modules = '^src/modules/';

/** All rules; type imports count, because dependency-cruiser looks before compilation. */
export const floorRules: readonly FloorRule[] = [
  rule(
    'no-cycle',
    'Files that import each other are one file in two pieces: cut the circle.',
    {},
    { circular: true },
  ),
  rule(
    'resolves',
    'The import leads nowhere: a wrong path, or a package that package.json does not name.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'kernel-imports-nothing',
    'The kernel runs in the browser too: pure values, no package, no node module. Put it into src/platform.',
    { path: '^src/kernel/', pathNot: testFiles },
    { pathNot: '^src/kernel/' },
  ),
  ...floors.flatMap(noArrowUp),
  rule(
    'only-main-and-cli-import-app',
    'app/ composes everything, so nothing but src/main.ts and src/cli.ts stands on it.',
    { path: '^(src|console)/', pathNot: ['^src/(app/|main\\.ts$|cli\\.ts$)', testFiles] },
    { path: '^src/app/' },
  ),
  rule(
    'module-door',
    'Another module is entered by its index.ts, from pure code by its pure.ts, and nowhere else. Export the verb there, or move what both need one floor down.',
    { path: '^src/modules/([^/]+)/', pathNot: testFiles },
    { path: modules, pathNot: ['^src/modules/$1/', `^src/modules/[^/]+/${either(doors.toModules)}$`] },
  ),
  rule(
    'module-entrances',
    `app/ enters a module by its entrances only: ${doors.toApp.join(', ')}.`,
    { path: '^src/(app/|main\\.ts$|cli\\.ts$)', pathNot: testFiles },
    { path: modules, pathNot: `^src/modules/[^/]+/${either(doors.toApp)}$` },
  ),
  rule(
    'console-door',
    'The console runs in the browser: from the server side it may use src/kernel and a module’s pure.ts.',
    { path: '^console/' },
    { path: '^src/', pathNot: ['^src/kernel/', `^src/modules/[^/]+/${either(doors.toConsole)}$`] },
  ),
  rule(
    'pure-stays-pure',
    'pure.ts is sent to the browser, so nothing it reaches may touch the server.',
    { path: '^src/modules/[^/]+/pure\\.ts$' },
    { path: ['^src/(platform|app)/', node, '^(node:)?crypto$'], reachable: true },
  ),
  rule(
    'server-stands-alone',
    'The server imports nothing from console/, scripts/, bench/ or e2e/.',
    { path: '^src/', pathNot: testFiles },
    { path: '^(console|scripts|bench|e2e)/' },
  ),
  rule(
    'tests-are-leaves',
    'Only tests import tests and testing doors.',
    { path: '^(src|console)/', pathNot: testFiles },
    { path: testFiles },
  ),
  rule(
    'world-through-platform',
    'Clock, environment, network and files are reached through src/platform, so that tests and audits can stand between.',
    { path: shelteredFloors, pathNot: testFiles },
    { path: node, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'sql-through-platform',
    'Database packages are used in queries.ts, platform/db, platform/jobs and platform/postgres alone.',
    { path: '^(src|console)/', pathNot: [...sqlPlaces, testFiles] },
    { path: `node_modules/${either(sqlPackages)}/` },
  ),
];

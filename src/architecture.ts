// The floors of the house in order, ground up, and what each of them may touch: data that `npm run check` enforces.

/** One floor. A file may import its own floor and the floors below it, never one above. */
export interface Floor {
  readonly name: string;
  /** A regular expression for the files of the floor, relative to the repository. */
  readonly files: string;
  readonly kind: 'ground' | 'module' | 'top';
  /** The database schemas whose tables the floor's SQL may name. */
  readonly schemas: readonly string[];
}

/** The capabilities in `src/modules`, lowest first. A new folder there needs its place in this list. */
export const moduleOrder = [
  'transparency',
  'identity',
  'law',
  'notices',
  'subjects',
  'agents',
  'catalogue',
  'publicity',
  'records',
  'persons',
  'disclosure',
  'intake',
  'channels',
  'collection',
  'quality',
  'supervision',
  'portal-content',
] as const;

/** Schemas that a module owns besides the one of its own name. */
const furtherSchemas: Readonly<Record<string, readonly string[]>> = { intake: ['intake_staging'] };

export const floors: readonly Floor[] = [
  { name: 'kernel', files: '^src/kernel/', kind: 'ground', schemas: [] },
  { name: 'platform', files: '^src/platform/', kind: 'ground', schemas: ['platform', 'graphile_worker'] },
  ...moduleOrder.map(
    (name): Floor => ({
      name,
      files: `^src/modules/${name}/`,
      kind: 'module',
      schemas: [name.replaceAll('-', '_'), ...(furtherSchemas[name] ?? [])],
    }),
  ),
  { name: 'app', files: '^src/app/', kind: 'top', schemas: [] },
  { name: 'main', files: '^src/(main|cli)\\.ts$', kind: 'top', schemas: [] },
];

/** What a module shows: to other modules, to `app/` (which composes the entrances), and to the browser. */
export const doors = {
  toModules: ['index.ts', 'pure.ts'],
  toApp: [
    'index.ts',
    'pure.ts',
    'api.ts',
    'portal.ts',
    'console.ts',
    'jobs.ts',
    'problems.ts',
    'permissions.ts',
  ],
  toConsole: ['pure.ts'],
} as const;

/** Where SQL may stand: the queries of a module, and the places of the platform that speak to a database. */
export const sqlPlaces: readonly string[] = [
  '^src/modules/[^/]+/queries\\.ts$',
  '^src/modules/[^/]+/queries/[^/]+\\.ts$',
  '^src/platform/(db|jobs|postgres|source-database)/',
];

/** Packages that speak to the database; nobody outside `sqlPlaces` imports them. */
export const sqlPackages: readonly string[] = [
  'sql-template-tag',
  'pg',
  'pg-copy-streams',
  'mysql2/promise',
  'graphile-worker',
];

/** Schemas that every module may read: views made for all, and the server's own catalogue. */
export const openSchemas: readonly string[] = ['published', 'pg_catalog', 'information_schema'];

/** Functions of the platform's schema that every statement may call: the civil date, which tests may offset. */
export const openFunctions: readonly string[] = ['platform.today'];

/** Floors that see clock, environment, network and files only through the platform. */
export const shelteredFloors = '^src/(kernel|modules)/';

/** Node's doors to the outside world, closed to the sheltered floors. */
export const outsideModules: readonly string[] = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'net',
  'os',
  'process',
  'tls',
  'worker_threads',
];

/** Files that only tests may import, and that are free to reach anywhere themselves. */
export const testFiles = '(\\.test\\.tsx?$|/testing(\\.ts$|/))';

/** Longest file, and the 95th percentile and median of all, in physical lines. */
export const fileSizes = { longest: 400, p95: 250, median: 90 } as const;

/** Names that say nothing about what is inside. */
export const bannedNames: readonly string[] = [
  'common',
  'helper',
  'helpers',
  'lib',
  'libs',
  'manager',
  'managers',
  'misc',
  'service',
  'services',
  'shared',
  'types',
  'util',
  'utils',
  'v2',
];

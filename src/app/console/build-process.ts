/** The process that builds the console, so that building never keeps a page waiting: arguments are project and target folder. */
import { buildConsole } from './build.ts';

const [projectFolder, folder] = process.argv.slice(2);
if (projectFolder === undefined || folder === undefined) throw new Error('which folders?');
await buildConsole(projectFolder, folder);

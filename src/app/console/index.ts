/** The door of the console's server side: its routes, and the background step that has it built. */
export { prepareConsole } from './prepare.ts';
export { consoleRoutes } from './routes.ts';

/** The door of the ways in: a look into the drop folder, reading the sources that are due, taking an exchange file. */
export { receiveExchange } from './exchange/receive-exchange.ts';
export { watchFolder } from './folder/watch-folder.ts';
export { pullDue } from './pull/run-pull.ts';

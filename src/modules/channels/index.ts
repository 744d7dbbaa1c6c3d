/** The door of the ways in for other modules. */
export { listChannels, type Way } from './list-channels.ts';

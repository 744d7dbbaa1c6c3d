/** The door of portal-content: nothing stands above it but app/, which takes its pages. */
export { portalContentPages } from './portal.ts';

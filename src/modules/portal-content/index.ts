/** The door of portal-content: nothing stands above it but app/, which enters by portal.ts. */
export {};

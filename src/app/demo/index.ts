// The door of the demo: the generated city, its loader for a first start, and its copy for measuring.
export { type DemoUnit, demoUnits } from './authorities.ts';
export { type CopiedCity, type CopyOptions, copyCity } from './copy/copy-city.ts';
export { credentialsFile, type DemoCredentials } from './credentials.ts';
export { type City, type CityOptions, DEMO_SIZE, generateCity } from './generate-city.ts';
export { type DemoOptions, loadDemoCity } from './load-demo-city.ts';
export { registerDemoUnits } from './register-units.ts';
export type { DemoRow, RowValues } from './row.ts';

// The door of the demo: its loader for a first start, and its copy for measuring.
export { type CopiedCity, type CopyOptions, copyCity } from './copy/copy-city.ts';
export { type DemoOptions, loadDemoCity } from './load-demo-city.ts';
export { startDemoSignOn } from './sign-on/index.ts';

#!/usr/bin/env node
// The `gongxin` command: the verbs of src/cli.ts, run through the same bootstrap as `npm start`.
import { runEntry } from './bootstrap.mjs';

runEntry('src/cli.ts', process.argv.slice(2));

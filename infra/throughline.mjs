#!/usr/bin/env node
import { build } from './build.mjs';

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../dist/apps/throughline/src/main.js');

#!/usr/bin/env node
import { main } from '../dist/kpi.js';

await main(process.argv.slice(2));

#!/usr/bin/env node
const { join } = require('node:path')
require('../dist/launch.cjs').launch(process, join(__dirname, '../dist'), require)

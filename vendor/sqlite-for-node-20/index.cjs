// better-sqlite3 13 crashes on Node 20, and 12 on Node 24: docs/decisions/0001-sqlite-driver.md.
module.exports = require('better-sqlite3');

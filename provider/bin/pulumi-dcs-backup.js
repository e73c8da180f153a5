#!/usr/bin/env node
// npm links a workspace's bins only when the file exists at install time, which is before the first build.
require("../dist/cli/main.js");

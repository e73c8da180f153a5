// A preload for Pulumi's dynamic host. What its SDK loads for the serialization of closures alone (an npm client and a
// compiler, four fifths of its start) is left out: no host of a test serializes a function.
const Module = require("node:module");

const load = Module._load;
const LEFT_OUT = /^@npmcli\/arborist$|\/typescript-shim$/;

Module._load = function (request, ...more) {
  return LEFT_OUT.test(request) ? {} : load.call(this, request, ...more);
};

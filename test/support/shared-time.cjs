// A preload for Pulumi's dynamic host: its time is that of the test, which comes over descriptor 3. Timers ring when the
// test says so, and the test is told what the host waits for, so that time passes only when nobody has anything else to do.
// Its dice fall the same way in every run.
const crypto = require("node:crypto");
const channels = require("node:diagnostics_channel");
const { Socket } = require("node:net");
const timers = require("node:timers");

/** Whoever waits longer waits for ever. Milliseconds. */
const A_DAY = 24 * 60 * 60_000;

/** Rounds of the event loop after which all that has arrived has been dealt with. */
const ROUNDS = 6;

const { clearTimeout: realClear, setImmediate: later } = globalThis;
const RealDate = Date;
const waiting = new Set();
const open = { requests: 0, calls: 0 };
let now = Number(process.env.SHARED_TIME);
let dice = Number(process.env.SHARED_DICE);
let rung = 0;

class Timer {
  constructor(ring, ms, repeats) {
    Object.assign(this, { ring, ms: ms > 0 ? Number(ms) : 0, repeats });
    this.refresh();
  }

  refresh() {
    this.at = now + this.ms;
    waiting.add(this);
    return this;
  }

  close() {
    waiting.delete(this);
    return this;
  }

  ref() {
    return this;
  }

  unref() {
    return this;
  }

  hasRef() {
    return true;
  }
}

const setTimer =
  (repeats) =>
  (ring, ms, ...args) =>
    new Timer(() => ring(...args), ms, repeats);
const clear = (timer) => (timer instanceof Timer ? timer.close() : realClear(timer));
const virtual = { setTimeout: setTimer(false), setInterval: setTimer(true), clearTimeout: clear, clearInterval: clear };
Object.assign(globalThis, virtual);
Object.assign(timers, virtual);
crypto.randomInt = (end) => {
  dice = crypto.createHash("sha256").update(String(dice)).digest().readUIntBE(0, 6);
  return dice % end;
};
RealDate.now = () => now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, as) => Reflect.construct(target, args.length > 0 ? args : [now], as),
});

/** One after the other, each with all that follows from it. */
function ring() {
  const due = [...waiting].filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
  for (const timer of due) {
    later(() => {
      if (!waiting.has(timer) || timer.at > now) return;
      rung += 1;
      if (timer.repeats) timer.refresh();
      else timer.close();
      timer.ring();
    });
  }
}

function count(kind, channel, what) {
  channels.subscribe(channel, (message) => {
    open[kind] += 1;
    message[what].once("close", () => {
      open[kind] -= 1;
    });
  });
}

count("requests", "http.client.request.created", "request");
count("calls", "http2.server.stream.created", "stream");

/** What this process waits for: the next timer, answers to its requests, the ends of the calls to it. */
function report() {
  const times = [...waiting].filter(({ ms }) => ms < A_DAY).map(({ at }) => at);
  const isReading = process.getActiveResourcesInfo().some((name) => /^FSReq|^GetAddrInfo|^TCPConnect/.test(name));
  return { ...open, rung, isReading, next: times.length > 0 ? Math.min(...times) : null };
}

function afterRounds(rounds, work) {
  if (rounds === 0) work();
  else later(() => afterRounds(rounds - 1, work));
}

const test = new Socket({ fd: 3, readable: true, writable: true });
let text = "";
test.on("data", (part) => {
  const lines = (text + part).split("\n");
  text = lines.pop();
  for (const line of lines) {
    now = Number(line);
    ring();
    afterRounds(ROUNDS, () => test.write(`${JSON.stringify(report())}\n`));
  }
});
test.on("error", () => undefined);
// Without the test no time would pass any more.
test.on("close", () => process.exit(1));
test.unref();

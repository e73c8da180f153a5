import { createHmac } from "node:crypto";
import { SECOND } from "../clock";

const STEP = 30 * SECOND;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The six digits that a virtual MFA device shows at a time (RFC 6238 with its defaults). `seed`: base32. */
export function passcodeAt(seed: string, time: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / STEP)));
  const mac = createHmac("sha1", fromBase32(seed)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Whether a passcode is that of the moment, or of the step before it, as the RFC advises. */
export function isPasscode(passcode: string, seed: string, now: number): boolean {
  return [now, now - STEP].some((time) => passcodeAt(seed, time) === passcode);
}

/** A passcode that was accepted is not accepted again (RFC 6238, 5.2). */
export class UsedPasscodes {
  readonly #used = new Set<string>();

  /** Whether this is its first use. */
  use(userId: string, passcode: string, now: number): boolean {
    // Within a step and the one before it none comes twice; a later one may look the same.
    const uses = [now, now - STEP].map((time) => `${userId} ${passcode} ${Math.floor(time / STEP)}`);
    if (uses.some((use) => this.#used.has(use))) return false;
    this.#used.add(`${userId} ${passcode} ${Math.floor(now / STEP)}`);
    return true;
  }
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

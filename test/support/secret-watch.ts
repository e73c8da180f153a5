import { inspect } from "node:util";
import type { Send } from "../../provider/dcs/exchange";
import { CREDENTIALS } from "../../provider/identity/credential-settings";
import { type SettingNames, variablesOf } from "../../provider/identity/settings";

interface Heard {
  readonly where: string;
  readonly what: () => unknown;
}

/** Shorter ones are words that stand in any text. */
const SHORTEST = 6;

/**
 * Knows the secrets that a test has used, and listens to all that comes out of it: results, errors, rows, journals, files.
 *
 * An access key counts as one, too: users often keep it as such.
 */
export class SecretWatch {
  readonly #secrets = new Map<string, string>();
  #heard: Heard[] = [];

  /** `name` says in a failure which secret it was, as the secret itself must not. */
  learn(name: string, secret: string | undefined): void {
    if (secret !== undefined && secret.length >= SHORTEST) this.#secrets.set(secret, name);
  }

  /** Learns what a configuration or an environment holds of credentials. */
  learnSettings(values: Readonly<Record<string, string | undefined>>): void {
    for (const name of SECRET_NAMES) this.learn(name, values[name]);
    for (const [name, value = ""] of Object.entries(values)) {
      if (/_proxy$/i.test(name) && URL.canParse(value)) this.learn(`the password of ${name}`, passwordOf(value));
      for (const key of value.matchAll(PRIVATE_KEY)) this.learn(`a line of the key in ${name}`, key[1]);
    }
  }

  hear(where: string, what: unknown): void {
    this.#heard.push({ where, what: () => what });
  }

  /** Hears at the end of the test what has come together by then. */
  hearAtTheEnd(where: string, what: () => unknown): void {
    this.#heard.push({ where, what });
  }

  /** Hears what becomes of some work, and hands it on. */
  async listen<T>(where: string, work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      this.hear(where, result);
      return result;
    } catch (error) {
      this.hear(where, error);
      throw error;
    }
  }

  /** A way to send that learns the secrets which go over it: tokens, signatures, passwords. */
  send(send: Send): Send {
    return async (request, signal) => {
      for (const name of ["x-auth-token", "x-security-token"]) this.learn(name, request.headers[name]);
      this.learn("a signature", /Signature=(\w+)/.exec(request.headers["authorization"] ?? "")?.[1]);
      for (const secret of request.secrets ?? []) this.learn("what a request bore", secret);
      const answer = await send(request, signal);
      this.learn("a token of IAM", answer.headers["x-subject-token"]);
      return answer;
    };
  }

  /** Fails when anything that was heard holds a secret, as it is or encoded. */
  check(): void {
    const texts = this.#heard.splice(0).map(({ where, what }) => ({ where, text: textOf(what()) }));
    const found = [...this.#secrets].flatMap(([secret, name]) => {
      const form = formOf(secret);
      return texts.filter(({ text }) => form.test(text)).map(({ where }) => `${name} in ${where}`);
    });
    if (found.length > 0) throw new Error(`A secret came out: ${[...new Set(found)].join("; ")}.`);
  }
}

/** The watch of a test file. It is asked after each of its tests. */
export const watch = new SecretWatch();

// The histories play outside of jest, too.
if (typeof afterEach === "function") {
  afterEach(() => {
    watch.check();
  });
}

const SECRET_NAMES = Object.entries<SettingNames>(CREDENTIALS)
  .filter(([name, { secret }]) => secret ?? name === "accessKey")
  .flatMap(([, setting]) => [`dcs:${setting.config ?? ""}`, ...variablesOf(setting)]);

/** One line of it tells it, wherever lines are broken. */
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+(\S+)/g;

const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);

function textOf(what: unknown): string {
  if (typeof what === "string") return what;
  return inspect(what, { depth: 12, showHidden: what instanceof Error, maxArrayLength: null, maxStringLength: null });
}

/** As it is, in a URL, in JSON, or in Base64, as in a header. */
function formOf(secret: string): RegExp {
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  const forms = new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64]);
  const any = [...forms].map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
  // A passcode's six digits may stand by chance within a longer number.
  return new RegExp(`(?<!\\w)(${any})(?!\\w)`);
}

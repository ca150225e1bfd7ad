import type { Audience } from "~/domain/access/audience";
import { type RawAnswer, type RunningServer, send, sendForm } from "./server";

/** A browser without a screen: it keeps cookies and follows redirects of our own, and nothing else. */
export class Visitor {
  private readonly jar = new Map<string, { value: string; path: string }>();

  constructor(private readonly server: Pick<RunningServer, "port">) {}

  /** What it would send to a path, as a Cookie header. */
  cookies(path = "/"): string {
    return [...this.jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  async get(path: string): Promise<RawAnswer> {
    return this.follow(await send(this.server, path, { headers: { cookie: this.cookies(path) } }));
  }

  async post(path: string, fields: string | Record<string, string>): Promise<RawAnswer> {
    return this.follow(await sendForm(this.server, path, fields, { cookie: this.cookies(path) }));
  }

  /** Signs in at the demo's own provider as one of its people. */
  async signIn(as: Audience, subject: string, prefix = ""): Promise<void> {
    let path = `${prefix}/sign-in?as=${as}`;
    for (let hop = 0; hop < 10; hop += 1) {
      const picking = path.includes("/sign-in/choose/");
      const cookie = this.cookies(path);
      const answer = picking
        ? await sendForm(this.server, path, { person: subject }, { cookie })
        : await send(this.server, path, { headers: { cookie } });
      this.keep(answer);
      if (path.includes("/sign-in/callback")) {
        if (answer.status !== 303) throw new Error(`${subject} could not sign in`);
        return;
      }
      const next = answer.headers.location;
      if (next === undefined) throw new Error(`${path} answered ${answer.status} and led nowhere`);
      const url = new URL(next, "http://localhost");
      path = url.pathname + url.search;
    }
    throw new Error("Signing in went round in circles");
  }

  private async follow(answer: RawAnswer): Promise<RawAnswer> {
    this.keep(answer);
    const next = answer.headers.location;
    return answer.status === 303 && next?.startsWith("/") ? this.get(next) : answer;
  }

  private keep(answer: RawAnswer): void {
    for (const header of [answer.headers["set-cookie"] ?? []].flat()) {
      const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
      const equals = pair.indexOf("=");
      const name = pair.slice(0, equals);
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? "/";
      const over =
        attributes.some((attribute) => /^max-age=0$/i.test(attribute)) ||
        attributes.some(
          (attribute) => /^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) < Date.now(),
        );
      if (over) this.jar.delete(name);
      else this.jar.set(name, { value: pair.slice(equals + 1), path });
    }
  }
}

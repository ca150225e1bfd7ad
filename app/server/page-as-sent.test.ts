import { describe, expect, it } from "vitest";
import { pageAsSent } from "./page-as-sent";

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Error: Your details – Larkmouth</title>
<meta http-equiv="refresh" content="0;url=/elsewhere"><link rel="stylesheet" href="/assets/a.css">
<link rel="modulepreload" href="/assets/a.js"><base href="/elsewhere/"><script src="/modules/later.js"></script></head>
<body onload="go()"><div class="nhsuk-error-summary" role="alert"><a href="#phone">Enter a phone number</a>
<a href="#phone">Enter a phone number</a><a href="#born-day">Enter a day</a><a href="#gone">Something</a></div>
<form method="post" action="/sent"><input id="phone" name="phone" type="tel" value="01632 960 001">
<input id="born-day" name="born.day" value="12"><input type="hidden" name="key" value="abc">
<input type="radio" name="sex" value="female" checked><textarea name="more">It hurts at night</textarea>
<select name="practice"><option selected>Quayside</option></select><button formaction="/other">Go on</button></form>
<dl class="nhsuk-summary-list"><dt class="nhsuk-summary-list__key">Name</dt>
<dd class="nhsuk-summary-list__value"><b>Rosa</b> Marchetti</dd></dl>
<h2>Results for sore knee</h2><a href="javascript:go()" onclick="go()">Physiotherapy</a>
<svg><a href="/elsewhere"><script>go()</script></a></svg><iframe src="/elsewhere"></iframe>
<aside class="test-bar" data-lab="">Find out who</aside></body></html>`;

const WITHOUT = { withTyping: false, typed: [] };
const WITH = { withTyping: true, typed: [] };

describe("a page as it was sent", () => {
  const page = pageAsSent(PAGE, "/services?q=sore+knee", WITHOUT);
  const { picture } = page;

  it("says its title, and by name the fields that something is wrong with", () => {
    expect([page.title, page.errors]).toEqual([
      "Error: Your details – Larkmouth",
      ["phone", "born.day", "gone"],
    ]);
  });

  it("is a picture in which nothing runs, leads on or is sent", () => {
    expect(picture).not.toMatch(
      /<script|<iframe|<base|http-equiv|modulepreload|onload|onclick|action=|javascript:/,
    );
    expect(picture).not.toMatch(/href="(?!#|\/assets\/a\.css")/);
    expect(picture).not.toContain("test-bar");
    expect(picture).toContain('<link rel="stylesheet" href="/assets/a.css">');
    expect(picture).toContain("Physiotherapy");
  });

  it("has nothing of what was typed, and all of what was chosen", () => {
    expect(picture).not.toMatch(/01632|night|Rosa|Marchetti|knee/);
    expect(picture).toContain('value="female" checked');
    expect(picture).toContain("<option selected");
    const kept = pageAsSent(PAGE, "/services?q=sore+knee", WITH).picture;
    for (const typed of ["01632 960 001", "It hurts at night", "Rosa", "Results for sore knee"])
      expect(kept).toContain(typed);
  });

  it("of a page without a summary or a title says none", () => {
    expect(pageAsSent("<p>Hello</p>", "/", null)).toEqual({ title: "", errors: [], picture: null });
  });

  it("has nothing of what was searched for, however the page writes it and wherever it carries it along", () => {
    const sent = `<title>“sore knee” near BS1 1AA: services</title><meta name="description" content="Care for sore knee">
      <input type="hidden" name="q" value="sore knee"><p>Nothing for “Sore knee”.</p><p>Kneeling, a sore kneecap</p>
      <a href="/services?q=sore+knee" aria-label="Search again for sore knee" data-q="sore knee">Again</a>
      <svg><title>Near BS1 1AA</title></svg>`;
    const address = "/services?q=++sore%20%20knee+&postcode=bs11aa";
    const searched = pageAsSent(sent, address, WITHOUT);
    expect(searched.title).toBe("“…” near …: services");
    expect(searched.picture).not.toMatch(/sore knee\b|bs1/i);
    expect(searched.picture).toContain("Kneeling, a sore kneecap");
    expect(pageAsSent(sent, address, WITH).picture).toMatch(/sore knee.*BS1 1AA/s);
  });

  it("says no name that was typed on another page", () => {
    const picturing = { withTyping: false, typed: ["Zebedee  Quillfeather"] };
    const said = pageAsSent("<h2>For Zebedee Quillfeather</h2><p>Zebedee’s town</p>", "/basket", picturing);
    expect(said.picture).toContain("<h2>For …</h2><p>Zebedee’s town</p>");
  });

  it("keeps what was chosen, though it stands in the address, and whatever the words have in them", () => {
    const chosen = pageAsSent(
      `<title>(a+) [b]</title><input type="radio" name="miles" value="10" checked><p>At 10:30, 10 miles</p>`,
      "/services?miles=10&q=(a%2B)+[b]",
      WITHOUT,
    );
    expect(chosen.title).toBe("…");
    expect(chosen.picture).toContain("At 10:30, 10 miles");
  });

  it("is not kept when an address was written with more words than anybody types, and its title says none of them", () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `q${at}=word${at}`).join("&");
    const sent = ["<title>word1: services</title><p>word2999</p>", `/services?${many}`] as const;
    expect(pageAsSent(...sent, WITHOUT)).toEqual({ title: "…", errors: [], picture: null });
    expect(pageAsSent(...sent, WITH).picture).toContain("word2999");
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { openFrontDoor } from "../support/front-door";
import { faultsOf } from "../support/page-faults";
import { longestStory } from "../support/picture";
import { type RunningServer, startServer } from "../support/server";
import {
  accept,
  ask,
  askForMeals,
  askForPhysiotherapy,
  decline,
  fillTime,
  goOn,
  linkTo,
  openWork,
  ROSA,
  signIn,
} from "../support/stories";
import { PRACTICE_TOWN, practiceTown, twoTowns } from "../support/town-people";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({
    prepare: async (db) => {
      await twoTowns(db);
      await openFrontDoor(db, practiceTown());
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const somebody = async () => (await visit(browser, server.url, { scripts: true })).newPage();

/** Looks at a page, at an address or where it stands, and keeps what is wrong with it. */
const lookInto =
  (faults: string[]) =>
  async (page: Page, name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(path);
    faults.push(...(await faultsOf(page, name)));
  };

/** The steps whose form says what to put right when it is sent empty. */
const ASKED = ["red-flags", "who", "about", "place", "preferences", "choose", "contact", "check"];

test("every page on the way to a request, and each with its errors, has no fault", {
  timeout: longestStory,
}, async () => {
  const rosa = await somebody();
  const faults: string[] = [];
  const reference = await askForPhysiotherapy(rosa, {
    at: async (page, name) => {
      faults.push(...(await faultsOf(page, name)));
      if (!ASKED.includes(name)) return;
      const address = page.url();
      await goOn(page, name === "check" ? "Send my request" : "Continue");
      await page.getByRole("alert").waitFor();
      faults.push(...(await faultsOf(page, `${name} with errors`)));
      await page.goto(address);
    },
  });
  faults.push(...(await faultsOf(rosa, "confirmation")));
  for (const path of ["", "/cancel"]) {
    await rosa.goto(`/requests/${reference}${path}`);
    faults.push(...(await faultsOf(rosa, `request${path}`)));
  }
  await rosa.goto(`/doormat/${reference}`);
  await rosa.getByRole("heading", { level: 1, name: /What was sent/ }).waitFor();
  faults.push(...(await faultsOf(rosa, "the doormat")));
  for (const path of [
    "/services",
    "/services?view=a-to-z",
    "/services?q=zzzzzz",
    "/services?q=chest+pain",
    "/services?need=moving",
    "/services?need=moving&access=bsl",
    "/services?need=moving&who=carer",
    "/services?need=moving&miles=3",
  ]) {
    await rosa.goto(path);
    faults.push(...(await faultsOf(rosa, path)));
  }
  for (const words of ["bad back", "I want to die"]) {
    await rosa.goto("/");
    await rosa.locator("input[name=q]").pressSequentially(words);
    await rosa
      .locator(words === "bad back" ? ".suggest__option" : ".suggest__call")
      .first()
      .waitFor();
    faults.push(...(await faultsOf(rosa, `suggestions for ${words}`)));
  }
  expect(faults).toEqual([]);
  await rosa.context().close();
});

test("every page beside a request has no fault: help at once, other languages, signing in, and what was not found", {
  timeout: longestStory,
}, async () => {
  const page = await somebody();
  const faults: string[] = [];
  const look = async (path: string, status = 200) => {
    const answer = await page.goto(path);
    if (answer?.status() !== status) faults.push(`${path} is answered with ${answer?.status()}`);
    faults.push(...(await faultsOf(page, path)));
  };
  for (const help of ["999", "111", "crisis"]) {
    await look(`/services/physiotherapy/request/stop/${help}`);
  }
  await look("/services/physiotherapy?postcode=zz", 400);
  await look("/sign-in");
  await look("/sign-in?as=patient");
  await look("/sign-in?as=partner");
  await look("/sign-in/callback");
  for (const page of ["", "/ar", "/pl", "/ur"]) await look(`/languages${page}`);
  await look("/languages/xx", 404);
  await look("/nowhere", 404);
  await look("/sign-in?as=nobody", 400);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("every page of a request that a practice refers, or that nobody can take, has no fault", {
  timeout: longestStory,
}, async () => {
  const rosa = await somebody();
  const faults: string[] = [];
  for (const [service, leadsTo] of [
    ["Knee operation", "Your practice refers you"],
    ["Meals at home", "A person will find who can help"],
  ] as const) {
    await ask(rosa, {
      asker: { ...ROSA, practice: /Quayside/ },
      search: service,
      service,
      prefix: `/b/${PRACTICE_TOWN}`,
      at: async (page, name) => {
        if (name !== "choose") return;
        await page.getByRole("heading", { level: 1, name: leadsTo }).waitFor();
        faults.push(...(await faultsOf(page, leadsTo)));
      },
    });
    faults.push(...(await faultsOf(rosa, `a request: ${leadsTo}`)));
  }
  await rosa.goto(`/b/${PRACTICE_TOWN}/services?view=a-to-z`);
  faults.push(...(await faultsOf(rosa, "an A to Z of another town")));
  expect(faults).toEqual([]);
  await rosa.context().close();
});

test("every page of a partner that is sent links has no fault: its doormat, a link, and what is said of one that is used or none", {
  timeout: longestStory,
}, async () => {
  const [walter, bill] = [await somebody(), await somebody()];
  const prefix = `/b/${PRACTICE_TOWN}`;
  const doormat = `${prefix}/doormat/partner/kettle`;
  const faults: string[] = [];
  const look = lookInto(faults);
  const reference = await askForMeals(walter, prefix);
  const link = await linkTo(bill, doormat, reference);
  await look(bill, "a partner’s doormat", doormat);
  await look(bill, "a link", link);
  await goOn(bill, "Say yes with this time");
  await bill.getByRole("alert").waitFor();
  await look(bill, "a link with errors");
  await bill.getByLabel("Your name").fill("Bill H.");
  await goOn(bill, "Say yes, and give a time later");
  await bill.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
  await look(bill, "thanks for an answer by a link");
  await look(bill, "a link that was used", link);
  await look(bill, "a link that is none", `${prefix}/light/nothing`);
  await look(bill, "a link that asks for a time", await linkTo(bill, doormat, reference, 2));
  await fillTime(bill, "10.30 am");
  await bill.getByLabel("Your name").fill("Bill H.");
  await goOn(bill, "Give this time");
  await bill.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
  await look(bill, "a link that asks how it went", await linkTo(bill, doormat, reference, 3));
  expect(faults).toEqual([]);
  for (const page of [walter, bill]) await page.context().close();
});

test("every page about a request, wherever it is, has no fault", { timeout: longestStory }, async () => {
  const [rosa, priya, hal, mo, dot] = await Promise.all([1, 2, 3, 4, 5].map(somebody));
  if (!rosa || !priya || !hal || !mo || !dot) throw new Error("Nobody came");
  await signIn(priya, "partner", /Priya Shah/);
  await signIn(hal, "partner", /Hal Green/);
  await signIn(mo, "partner", /Mo Farrow/);
  await signIn(dot, "partner", /Dot Lane/);
  const faults: string[] = [];
  const look = lookInto(faults);

  await look(priya, "an empty worklist", "/partner");
  await look(dot, "an empty desk", "/desk");
  await look(priya, "not at the desk", "/desk");

  const asked = await askForPhysiotherapy(rosa);
  await priya.goto("/partner?all=1");
  await goOn(priya, "Accept");
  await priya.getByRole("heading", { name: /^Accept \d+ request/ }).waitFor();
  await look(priya, "several to accept");
  await priya.goto("/partner?all=1");
  await goOn(priya, "Decline");
  await priya.getByRole("heading", { name: /^Decline \d+ request/ }).waitFor();
  await priya.getByRole("button", { name: /^Decline (it|all)/ }).click();
  await priya.getByRole("alert").waitFor();
  await look(priya, "several to decline, without a reason");
  await openWork(priya, asked);
  await look(priya, "work to answer");
  await goOn(priya, "Accept");
  await look(priya, "an answer without a time");
  await goOn(priya, "Decline");
  await look(priya, "an answer without a reason");
  await decline(priya, asked, /^22 Capacity/);
  await look(rosa, "a request that moved on", `/requests/${asked}`);
  await look(priya, "what was declined", "/partner?state=declined");
  await priya.getByRole("link", { name: asked }).click();
  await look(priya, "work that was declined");
  await accept(hal, asked);
  await look(hal, "a worklist", "/partner");
  await look(hal, "a worklist without what is looked for", "/partner?q=nobody&urgent=1&sort=name");
  await look(hal, "a worklist on paper", "/partner/print?state=all");
  await look(hal, "nothing chosen", "/partner/several?intent=accept");
  await hal.goto("/partner?all=1");
  await goOn(hal, "Decline");
  await hal.getByRole("heading", { name: /^Decline \d+ request/ }).waitFor();
  await look(hal, "several that cannot be declined");
  await hal.goto("/partner");
  await hal.getByText("Keep this list", { exact: true }).first().click();
  await goOn(hal, "Keep this list");
  await hal.getByRole("alert").waitFor();
  await look(hal, "a list without a name");
  await hal.getByRole("link", { name: asked }).click();
  await look(hal, "work that was accepted");
  await look(rosa, "a request with a time", `/requests/${asked}`);

  const back = await askForPhysiotherapy(rosa, { consent: "No, come back to me first" });
  await decline(priya, back, /^31 No appointments/);
  await look(rosa, "a request that came back", `/requests/${back}`);
  await look(rosa, "choosing again", `/requests/${back}/choose`);
  await goOn(rosa, "Ask them");
  await look(rosa, "choosing again with errors");
  await rosa.getByLabel(/^Let .* help me$/).check();
  await goOn(rosa, "Ask them");
  await look(dot, "the desk", "/desk");
  await dot.getByRole("link", { name: back }).click();
  await look(dot, "the desk’s work");
  await goOn(dot, "Close and show the person why");
  await look(dot, "the desk’s work with errors");
  await dot.getByRole("link", { name: "Write down a call" }).click();
  await look(dot, "a call to write down");
  await goOn(dot, "Keep this call");
  await dot.getByRole("alert").waitFor();
  await look(dot, "a call, without what came of it");
  await dot.getByLabel("Nobody answered", { exact: true }).check();
  await goOn(dot, "Keep this call");
  await dot.getByRole("heading", { name: "Calls to the person" }).waitFor();
  await look(dot, "the desk’s work with a call");

  await dot.goto("/desk");
  await dot
    .getByRole("link", { name: /^Look at both/ })
    .first()
    .click();
  await look(dot, "two requests side by side");

  const guest = await somebody();
  await look(guest, "looking up", `/requests/${asked}`);
  await goOn(guest, "Show where it is");
  await look(guest, "looking up with errors");
  await signIn(guest, "patient", /Meera Patel/);
  await look(guest, "no requests yet", "/requests");

  expect(faults).toEqual([]);
  for (const page of [rosa, priya, hal, mo, dot, guest]) await page.context().close();
});

test("every page of somebody who waits, and of whoever has it, has no fault", {
  timeout: longestStory,
}, async () => {
  const [rosa, priya, dot] = [await somebody(), await somebody(), await somebody()];
  await signIn(priya, "partner", /Priya Shah/);
  await signIn(dot, "partner", /Dot Lane/);
  const faults: string[] = [];
  const look = lookInto(faults);
  const held = await askForPhysiotherapy(rosa);
  await openWork(priya, held);
  await priya.getByText("Ask for something you must know first", { exact: true }).click();
  await goOn(priya, "Ask");
  await look(priya, "a question that is not written");
  await priya.getByLabel("The person", { exact: true }).check();
  await priya.getByLabel("What you need to know").fill("Which side is it?");
  await goOn(priya, "Ask");
  await look(priya, "a worklist with work on hold");
  await openWork(priya, held);
  for (const folded of await priya.locator(".case__seldom summary").all()) await folded.click();
  await look(priya, "work on hold with every form open");
  await look(rosa, "a request on hold", `/requests/${held}`);
  await rosa.getByRole("link", { name: "Answer the question" }).click();
  await goOn(rosa, "Send your answer");
  await look(rosa, "an answer that is not written");
  await look(dot, "a question that the desk may answer", `/desk?reference=${held}`);
  await look(dot, "a reference that is none", "/desk?reference=nothing");
  await rosa.getByLabel("Your answer").fill("The left one");
  await goOn(rosa, "Send your answer");
  await rosa.getByRole("link", { name: "I’m worse" }).click();
  await look(rosa, "signs of an emergency, again");
  await goOn(rosa);
  await rosa.getByRole("alert").waitFor();
  await look(rosa, "signs of an emergency, again, with errors");
  await rosa.getByLabel("None of these").check();
  await goOn(rosa);
  await goOn(rosa, "Send it");
  await look(rosa, "what has changed, not written");
  await rosa.getByLabel("In your own words").fill("I cannot sleep");
  await goOn(rosa, "Send it");
  await look(rosa, "a request that is more urgent");
  await rosa.getByRole("link", { name: "Ask a question, or tell them more" }).click();
  await look(rosa, "asking a question");
  await goOn(rosa, "Send it");
  await rosa.getByRole("alert").waitFor();
  await look(rosa, "a question that is not asked");
  await rosa.getByLabel("Yes, I have a question").check();
  await rosa.getByLabel("Your question, or what they should know").fill("Shall I bring my stick?");
  await goOn(rosa, "Send it");
  await look(rosa, "a request with a question", `/requests/${held}`);
  await look(rosa, "a page to print", `/requests/${held}/print`);
  await look(priya, "a worklist with a question", "/partner");
  for (const help of ["999", "111", "crisis"]) {
    await look(rosa, `help for somebody who waits: ${help}`, `/requests/${held}/help/${help}`);
  }
  await rosa.goto(`/requests/${held}`);
  await rosa.getByRole("link", { name: "I’m worse" }).click();
  await rosa.getByLabel("I cannot feel my legs").check();
  await goOn(rosa);
  await look(dot, "a desk that is told of an emergency", "/desk");
  await openWork(priya, held);
  await goOn(priya, "Say yes, and give a time later");
  await look(priya, "a worklist with work that needs a time");
  await openWork(priya, held);
  for (const folded of await priya.locator(".case__seldom summary").all()) await folded.click();
  await look(priya, "work that needs a time with every form open");
  await rosa.goto(`/requests/${held}/cancel`);
  await goOn(rosa, "Yes, cancel it");
  await look(rosa, "a request that is over");
  await rosa.getByRole("link", { name: "Say how it was" }).click();
  await look(rosa, "how it was");
  await goOn(rosa, "Send it");
  await rosa.getByRole("alert").waitFor();
  await look(rosa, "how it was, not said");
  await rosa.goto(`/requests/${held}`);
  await rosa.getByRole("link", { name: "This is not over: open it again" }).click();
  await goOn(rosa, "Open it again");
  await look(rosa, "opening again, not written");
  await look(dot, "what is over, at the desk", `/desk?reference=${held}`);

  expect(faults).toEqual([]);
  for (const page of [rosa, priya, dot]) await page.context().close();
});

test("every page about who works where has no fault", { timeout: longestStory }, async () => {
  const [rosa, max, ria, mo] = [await somebody(), await somebody(), await somebody(), await somebody()];
  await signIn(max, "partner", /Max Lind/);
  await signIn(ria, "partner", /Ria Dale/);
  await signIn(mo, "partner", /Mo Farrow/);
  const faults: string[] = [];
  const look = lookInto(faults);
  const asked = await askForPhysiotherapy(rosa);
  await openWork(ria, asked);
  await look(ria, "work that may only be read");
  await look(ria, "people, for a reader", "/partner/people");
  await look(ria, "room, for a reader", "/partner/capacity");
  await look(max, "room", "/partner/capacity");
  await max
    .getByRole("button", { name: /^No room/ })
    .first()
    .click();
  await max.getByRole("status").waitFor();
  await look(max, "room, said");
  await look(ria, "a box, for a reader", "/partner/box/physiotherapy-harbour");
  await look(max, "figures", "/partner/figures?weeks=4");
  await look(max, "boxes", "/partner/box");
  await look(max, "a box", "/partner/box/physiotherapy-harbour");
  await max.getByLabel("Texts are from").fill("a name that is too long");
  await goOn(max, "Save");
  await max.getByRole("alert").waitFor();
  await look(max, "a box with errors");
  await max.getByLabel("Texts are from").fill("Harbour");
  await goOn(max, "Save");
  await max.getByRole("status").first().waitFor();
  await look(max, "a box, saved");
  await look(ria, "a diary, for a reader", "/partner/diary");
  await look(max, "a diary", "/partner/diary");
  await goOn(max, "Block the times you ticked");
  await max.getByRole("alert").waitFor();
  await look(max, "a diary with errors");
  await max.goto("/partner/diary");
  await max.getByRole("link", { name: "Later week" }).click();
  await max.locator("input[name=slot]").first().check();
  await max.locator("#why").fill("Staff training");
  await goOn(max, "Block the times you ticked");
  await max.getByRole("status").waitFor();
  await look(max, "a diary with a time that is blocked");
  await max.locator(".diary__heading a").first().click();
  await look(max, "a day of every diary");
  await look(max, "the week of a diary", "/partner/diary/week?organisation=harbour&offer=eye-test-harbour");
  await max.getByLabel("How long is one time?").fill("a while");
  await goOn(max, "See what it comes to");
  await max.getByRole("alert").waitFor();
  await look(max, "the week of a diary with errors");
  await max.getByLabel("How long is one time?").fill("30");
  await goOn(max, "See what it comes to");
  await look(max, "what another week comes to");
  await goOn(max, "Yes, change the week");
  await max.getByRole("status").waitFor();
  await look(max, "people", "/partner/people");
  await goOn(max, "Make the link");
  await max.getByRole("alert").waitFor();
  await look(max, "people with errors");
  await max.getByLabel("Their name").fill("Mo Farrow");
  await max.getByLabel("Their email at work").fill("mo@example.org");
  await max.getByLabel("Booker", { exact: true }).check();
  await goOn(max, "Make the link");
  await look(max, "a link to pass on");
  const link = new URL((await max.locator(".invitation-link").textContent()) ?? "").pathname;
  await look(mo, "an invitation", link);
  await mo.getByRole("button", { name: /^Join/ }).click();
  await look(mo, "a worklist of one of two places");
  await look(mo, "an invitation that was used", link);
  await look(mo, "an invitation that is none", "/invitations/nothing");
  await max.goto("/partner/people");
  await max.getByRole("link", { name: "Change Max Lind" }).click();
  await look(max, "what somebody may do");
  await max.getByLabel("Reader", { exact: true }).check();
  await goOn(max, "Save");
  await max.getByRole("alert").waitFor();
  await look(max, "the last manager");
  await max.goto("/partner/people");
  await max.getByRole("link", { name: "Change Mo Farrow" }).click();
  await max.getByRole("link", { name: /^Take Mo Farrow/ }).click();
  await look(max, "taking somebody off");
  await goOn(max, "Yes, take them off");
  await look(max, "people without them");
  expect(faults).toEqual([]);
  for (const page of [rosa, max, ria, mo]) await page.context().close();
});

test("every page about running the front door has no fault", { timeout: longestStory }, async () => {
  const [bea, dot] = [await somebody(), await somebody()];
  await signIn(bea, "partner", /Bea Hart/);
  await signIn(dot, "partner", /Dot Lane/);
  const faults: string[] = [];
  const look = lookInto(faults);
  await look(dot, "running the front door, for somebody who does not", "/manage");
  await look(bea, "running the front door", "/manage");
  await look(bea, "partners", "/manage/partners");
  await look(bea, "a new partner", "/manage/partners/new");
  await goOn(bea, "Bring them in");
  await bea.getByRole("alert").waitFor();
  await look(bea, "a new partner with errors");
  await bea.getByLabel("Name", { exact: true }).fill("The Weir Club");
  await bea.getByLabel("What kind of place is it?").selectOption("voluntary");
  await bea.getByLabel("Letters").fill("wc");
  await bea.getByLabel("Colour").fill("#ffe600");
  await bea.getByLabel("Alliance").check();
  await goOn(bea, "Bring them in");
  await bea.getByRole("alert").waitFor();
  // What was typed stands there still, beside what to put right.
  expect(await bea.getByLabel("Name", { exact: true }).inputValue()).toBe("The Weir Club");
  expect(await bea.getByRole("alert").textContent()).toContain("Choose a darker one");
  await look(bea, "a new partner that nobody could read");
  await bea.getByLabel("Colour").fill("#0b4f6c");
  await goOn(bea, "Bring them in");
  await look(bea, "a new partner that is in");
  const partner = new URL(bea.url()).pathname;
  expect(partner).toBe("/manage/partners/the-weir-club");
  await look(bea, "a new place", `${partner}/places/new`);
  await goOn(bea, "Add this place");
  await bea.getByRole("alert").waitFor();
  await look(bea, "a new place with errors");
  await look(bea, "care to give", `${partner}/offers/new`);
  await goOn(bea, "Put it on offer");
  await bea.getByRole("alert").waitFor();
  await look(bea, "care to give with errors");
  await bea.goto(partner);
  await goOn(bea, "Make the link");
  await bea.getByRole("alert").waitFor();
  await look(bea, "a manager to invite, with errors");
  await bea.getByLabel("Their name").fill("Wyn Weir");
  await bea.getByLabel("Their email at work").fill("wyn@example.org");
  await goOn(bea, "Make the link");
  await look(bea, "a link for a manager");
  await bea.goto("/manage/partners/mead");
  await bea
    .getByRole("link", { name: /^Close it/ })
    .first()
    .click();
  await look(bea, "closing care");
  await goOn(bea, "Yes, close it");
  await look(bea, "a partner whose care is closed");
  await bea
    .getByRole("link", { name: /^Open it again/ })
    .first()
    .click();
  await look(bea, "opening care again");
  await goOn(bea, "Yes, open it");
  await look(bea, "services to run", "/manage/services");
  await look(bea, "services that are not found", "/manage/services?q=zzz");
  await look(bea, "a new service", "/manage/services/new");
  await goOn(bea, "Add it");
  await bea.getByRole("alert").waitFor();
  await look(bea, "a new service with errors");
  const physio = "/manage/services/physiotherapy";
  await look(bea, "a service to run", physio);
  await look(bea, "what a service says", `${physio}/words`);
  await look(bea, "questions of a service that asks nothing", `${physio}/questions`);
  await look(bea, "a new question", `${physio}/questions/new.question`);
  await goOn(bea, "Save");
  await bea.getByRole("alert").waitFor();
  await look(bea, "a new question with errors");
  await bea.getByLabel("The question").fill("Where does it hurt?");
  await bea.getByLabel("In a few words").fill("Where it hurts");
  await bea.getByLabel("Answer 1", { exact: true }).fill("Back");
  await bea.getByLabel("Answer 2", { exact: true }).fill("Neck");
  await goOn(bea, "Show me");
  await look(bea, "a question that is looked at");
  await goOn(bea, "Save");
  await bea.getByRole("status").waitFor();
  await look(bea, "questions of a service");
  await bea.getByRole("link", { name: /^Change/ }).click();
  await look(bea, "a question to change");
  await look(bea, "signs of danger", `${physio}/red-flags`);
  await goOn(bea, "Propose it");
  await bea.getByRole("alert").waitFor();
  await look(bea, "signs of danger with errors");
  await bea.getByLabel("Sign 1", { exact: true }).fill("I fell off a roof");
  await bea.getByLabel("Sign 1 leads to").selectOption("999");
  await goOn(bea, "Propose it");
  await bea.getByRole("status").waitFor();
  await look(bea, "signs of danger that one proposed");
  const cliff = await somebody();
  await signIn(cliff, "partner", /Cliff Dean/);
  await look(cliff, "running the front door, with something to agree to", "/manage");
  await look(cliff, "signs of danger to agree to", `${physio}/red-flags`);
  await goOn(cliff, "Turn it down");
  await cliff.getByRole("status").waitFor();
  await cliff.context().close();
  await look(bea, "name and look", "/manage/look");
  await bea.getByLabel("Phone number").fill("none");
  await goOn(bea, "Save");
  await bea.getByRole("alert").waitFor();
  await look(bea, "name and look with errors");
  await bea.getByLabel("Phone number").fill("01632 960000");
  await goOn(bea, "Save");
  await look(bea, "name and look, saved");
  expect(faults).toEqual([]);
  for (const page of [bea, dot]) await page.context().close();
});

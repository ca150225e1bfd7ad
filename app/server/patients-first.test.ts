import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import routes from "~/routes";
import { createPatientsFirst, looksOn } from "./patients-first";

/** Work that is begun, and is over when the test says so. */
function work(name: string, begun: string[]) {
  let end = () => {};
  const over = new Promise<void>((done) => {
    end = done;
  });
  return {
    end: () => end(),
    do: async () => {
      begun.push(name);
      await over;
      return name;
    },
  };
}

it("puts back what is looked at in the lab, and nothing of who takes part or of any patient", () => {
  const patterns = routes.map(({ path = "" }) => `/${path}`).filter((path) => !path.startsWith("/b/"));
  const [lookedAt, others] = [true, false].map((is) => patterns.filter((path) => looksOn(path) === is));
  expect(others?.filter((path) => path.startsWith("/lab"))).toEqual([
    "/lab/join/:link",
    "/lab/take",
    "/lab/take/record",
    "/lab/take/now",
    "/lab/withdraw",
  ]);
  expect(lookedAt).toEqual(
    expect.arrayContaining(["/lab", "/lab/sessions/:participant", "/lab/studies/new"]),
  );
  expect(lookedAt?.filter((path) => !/^\/lab(\/|$)/.test(path))).toEqual([]);
});

describe("patients first", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const aMoment = () => vi.advanceTimersByTimeAsync(1);

  it("lets what can wait stand back while a patient's page is made", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const [patient, console] = [work("patient", begun), work("console", begun)];
    const made = [now(patient.do), soon(console.do)];
    await aMoment();
    expect(begun).toEqual(["patient"]);
    patient.end();
    await aMoment();
    expect(begun).toEqual(["patient", "console"]);
    console.end();
    expect(await Promise.all(made)).toEqual(["patient", "console"]);
  });

  it("makes a hundred that came at once one by one, and a patient who comes between them waits for one", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const consoles = Array.from({ length: 100 }, (_, place) => work(`console ${place}`, begun));
    for (const each of consoles) void soon(each.do);
    await aMoment();
    expect(begun).toEqual(["console 0"]);
    const patient = work("patient", begun);
    void now(patient.do);
    expect(begun).toEqual(["console 0", "patient"]);
    consoles[0]?.end();
    await aMoment();
    expect(begun).toEqual(["console 0", "patient"]);
    patient.end();
    await aMoment();
    expect(begun).toEqual(["console 0", "patient", "console 1"]);
  });

  it("makes whatever has waited for long, however many patients come", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    void now(work("patient", begun).do);
    void soon(work("console", begun).do);
    await vi.advanceTimersByTimeAsync(249);
    expect(begun).toEqual(["patient"]);
    await vi.advanceTimersByTimeAsync(2);
    expect(begun).toEqual(["patient", "console"]);
  });

  it("lets what comes in while patients' pages overlap stand back, however long they have done so", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    void now(work("slow patient", begun).do);
    await vi.advanceTimersByTimeAsync(10_000);
    void now(work("patient", begun).do);
    void soon(work("console", begun).do);
    await vi.advanceTimersByTimeAsync(249);
    expect(begun).toEqual(["slow patient", "patient"]);
    await vi.advanceTimersByTimeAsync(2);
    expect(begun).toEqual(["slow patient", "patient", "console"]);
  });

  it("lets what has long been in line stand back for a patient who comes now", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const consoles = [0, 1, 2].map((place) => work(`console ${place}`, begun));
    for (const each of consoles) void soon(each.do);
    await vi.advanceTimersByTimeAsync(200);
    consoles[0]?.end();
    await vi.advanceTimersByTimeAsync(200);
    void now(work("patient", begun).do);
    consoles[1]?.end();
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toEqual(["console 0", "console 1", "patient"]);
    await vi.advanceTimersByTimeAsync(51);
    expect(begun).toEqual(["console 0", "console 1", "patient", "console 2"]);
  });

  it("goes on after what failed, of either kind", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const fails = async () => {
      throw new Error("failed");
    };
    const begun: string[] = [];
    const failed = Promise.allSettled([now(fails), soon(fails)]);
    void soon(work("console", begun).do);
    await aMoment();
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(begun).toEqual(["console"]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pages } from "~/routes";
import { createPatientsFirst, type StandAside, standerOf } from "./patients-first";

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

describe("who stands back", () => {
  const patterns = pages.map(({ path = "" }) => `/${path}`).filter((path) => !path.startsWith("/b/"));
  const those = (who: string | null, method: string, world: "lab" | "stage" | null) =>
    patterns.filter((pattern) => standerOf({ method, pattern }, world) === who);

  it("is whoever looks on in the lab, and no patient, nor who is about to take part", () => {
    const onlookers = those("onlooker", "GET", null);
    expect(onlookers).toEqual(
      expect.arrayContaining(["/lab", "/lab/sessions/:participant", "/lab/studies/new"]),
    );
    expect(onlookers.filter((path) => !/^\/lab(\/|$)/.test(path))).toEqual([]);
    expect(those(null, "GET", null).filter((path) => path.startsWith("/lab"))).toEqual([
      "/lab/join/:link",
      "/lab/take",
      "/lab/withdraw",
    ]);
    expect(those("onlooker", "POST", null)).toEqual([]);
  });

  it("is before them who takes part, in whatever they read and what their pages tell, but for what takes a while", () => {
    const told = ["/lab/take/record", "/lab/take/now"];
    for (const world of [null, "stage"] as const) expect(those("participant", "GET", world)).toEqual(told);
    expect(those("participant", "POST", "lab")).toEqual(told);
    expect(those("participant", "GET", "lab")).toEqual(patterns);
  });
});

describe("patients first", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const aMoment = () => vi.advanceTimersByTimeAsync(1);

  it("lets what can wait stand back while a patient's page is made", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const [patient, console] = [work("patient", begun), work("console", begun)];
    const made = [now(patient.do), soon("onlooker", console.do)];
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
    for (const each of consoles) void soon("onlooker", each.do);
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
    void soon("onlooker", work("console", begun).do);
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
    void soon("onlooker", work("console", begun).do);
    await vi.advanceTimersByTimeAsync(249);
    expect(begun).toEqual(["slow patient", "patient"]);
    await vi.advanceTimersByTimeAsync(2);
    expect(begun).toEqual(["slow patient", "patient", "console"]);
  });

  it("lets what has long been in line stand back for a patient who comes now", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const consoles = [0, 1, 2].map((place) => work(`console ${place}`, begun));
    for (const each of consoles) void soon("onlooker", each.do);
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

  it("lets what is under way stand aside between its pieces for a patient, and nothing else go on meanwhile", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const patient = work("patient", begun);
    const pieces = (name: string) => async (standAside: StandAside) => {
      begun.push(`${name} reads`);
      void now(patient.do);
      await standAside();
      begun.push(`${name} draws`);
    };
    const both = [soon("onlooker", pieces("console")), soon("onlooker", work("next", begun).do)];
    await aMoment();
    expect(begun).toEqual(["console reads", "patient"]);
    patient.end();
    await aMoment();
    expect(begun).toEqual(["console reads", "patient", "console draws", "next"]);
    await both[0];
  });

  it("lets what is under way go on when it has waited for long", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    void soon("participant", async (standAside) => {
      void now(work("patient", begun).do);
      await standAside();
      begun.push("participant");
    });
    await vi.advanceTimersByTimeAsync(248);
    expect(begun).toEqual(["patient"]);
    await vi.advanceTimersByTimeAsync(4);
    expect(begun).toEqual(["patient", "participant"]);
  });

  it("takes who takes part before those who look on, however long their line is", async () => {
    const { soon } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    const consoles = [0, 1, 2].map((place) => work(`console ${place}`, begun));
    for (const each of consoles) void soon("onlooker", each.do);
    await aMoment();
    const participant = work("participant", begun);
    void soon("participant", participant.do);
    consoles[0]?.end();
    await aMoment();
    expect(begun).toEqual(["console 0", "participant"]);
    participant.end();
    await aMoment();
    expect(begun).toEqual(["console 0", "participant", "console 1"]);
  });

  it("makes a patient stand aside for nobody", async () => {
    const { now } = createPatientsFirst({ longestMs: 250 });
    const begun: string[] = [];
    void now(work("slow patient", begun).do);
    await now(async (standAside) => {
      await standAside();
      begun.push("patient");
    });
    expect(begun).toEqual(["slow patient", "patient"]);
  });

  it("goes on after what failed, of either kind", async () => {
    const { now, soon } = createPatientsFirst({ longestMs: 250 });
    const fails = async () => {
      throw new Error("failed");
    };
    const begun: string[] = [];
    const failed = Promise.allSettled([now(fails), soon("onlooker", fails)]);
    void soon("onlooker", work("console", begun).do);
    await aMoment();
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(begun).toEqual(["console"]);
  });
});

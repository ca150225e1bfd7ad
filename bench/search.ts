import { buildDirectory } from "~/domain/directory/directory";
import { searchServices } from "~/domain/directory/search";
import type { Service } from "~/domain/directory/types";
import { dangerIn } from "~/domain/journeys/danger";
import { type Bench, percentile, quietest, rounded, timed } from "./measure";
import { syntheticDirectory } from "./synthetic";

const ROUNDS = 10;
const CALLS = 2_000;
const WARM_UP = 3_000;

const TOPICS = (
  "physiotherapy counselling continence hearing eyesight podiatry diabetes asthma vaccination contraception smoking " +
  "weight alcohol memory falls carers loneliness pharmacy dermatology appointment maternity bereavement debt wound " +
  "dietitian speech occupational wheelchair dementia autism parenting feeding sexual blood scan endoscopy cataract " +
  "hip knee heart kidney stroke epilepsy pain"
).split(" ");
const ASKED = [
  "bad back",
  "cant sleep",
  "waterworks",
  "physo",
  "chest pain",
  "I need somebody to help my mum after a fall at home",
  "vacination for flu",
  "doctor",
  "lonley",
  "quit smoking",
  "zzzz qqqq",
  "an apointment about my daiabetes and feet",
];

/** A catalogue of everyday size, with as many words as a real one. */
export const searchBench: Bench = {
  name: "search",
  about: "Catalogue search and the look for words of danger, typos and whole sentences (p50, p99, µs)",
  async *run() {
    const { contents } = syntheticDirectory(1_000);
    const directory = buildDirectory({ ...contents, services: contents.services.map(withWords) });
    const textAt = (turn: number) => ASKED[turn % ASKED.length] ?? "";
    for (const [name, call] of [
      ["search", (turn: number) => searchServices(directory, textAt(turn))],
      ["danger", (turn: number) => dangerIn(textAt(turn))],
    ] as const) {
      timed(WARM_UP, call);
      const times = quietest(ROUNDS, CALLS, call);
      const services = directory.services.length;
      yield { bench: `${name}.p50`, value: rounded(percentile(times, 0.5)), unit: "µs", services };
      yield { bench: `${name}.p99`, value: rounded(percentile(times, 0.99)), unit: "µs", services };
    }
  },
};

function withWords(service: Service, place: number): Service {
  const topic = (step: number) => TOPICS[(place + step) % TOPICS.length] ?? "";
  return {
    ...service,
    name: `${topic(0)} service`,
    summary: `Help with ${topic(0)} and ${topic(7)} near you, from people who listen.`,
    synonyms: [topic(0), `bad ${topic(3)}`, `sore ${topic(5)}`, `${topic(0)} clinic`],
    whatItIs: [
      `You meet somebody who knows about ${topic(0)}. Together you plan what comes next with ${topic(11)}.`,
    ],
  };
}

import { toldQueue } from "./parts/told-queue";

/** Between the tasks nothing is told of what is done; what a page of a task could not tell any more is told from here. */
const page = document.querySelector<HTMLElement>("[data-tell-rest]");
const { tellRest = "", tellRestOf = "" } = page?.dataset ?? {};
if (tellRest !== "" && tellRestOf !== "") toldQueue(tellRest, tellRestOf);

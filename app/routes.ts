import { index, type RouteConfig, type RouteConfigEntry, route } from "@remix-run/route-config";

/**
 * The URL map. Every page of a brand stands at its bare address, for the default brand or a host name, and under
 * `/b/:brand`. One line a page: its address, and its module under `app/routes/`.
 */
const brandPages: readonly Page[] = [
  { path: "/", module: "patient/home.tsx" },
  { path: "/services", module: "patient/services.tsx" },
  { path: "/services/suggest", module: "patient/suggest.ts" },
  { path: "/services/:service", module: "patient/service.tsx" },
  { path: "/services/:service/request", module: "patient/request.tsx" },
  { path: "/services/:service/request/stop/:emergency", module: "patient/request-stopped.tsx" },
  { path: "/services/:service/request/:step", module: "patient/request-step.tsx" },
  { path: "/basket", module: "patient/basket.tsx" },
  { path: "/requests", module: "patient/requests.tsx" },
  { path: "/requests/:reference", module: "patient/requests-tracking.tsx" },
  { path: "/requests/:reference/cancel", module: "patient/requests-cancel.tsx" },
  { path: "/requests/:reference/choose", module: "patient/requests-choose.tsx" },
  { path: "/requests/:reference/times/:fulfilment", module: "patient/requests-times.tsx" },
  { path: "/requests/:reference/answer", module: "patient/requests-answer.tsx" },
  { path: "/requests/:reference/worse", module: "patient/requests-worse.tsx" },
  { path: "/requests/:reference/worse/say", module: "patient/requests-worse-say.tsx" },
  { path: "/requests/:reference/help/:emergency", module: "patient/requests-help.tsx" },
  { path: "/requests/:reference/tell", module: "patient/requests-tell.tsx" },
  { path: "/requests/:reference/feedback", module: "patient/requests-feedback.tsx" },
  { path: "/requests/:reference/print", module: "patient/requests-print.tsx" },
  { path: "/requests/:reference/calendar/:file", module: "patient/requests-calendar.ts" },
  { path: "/requests/:reference/reopen", module: "patient/requests-reopen.tsx" },
  { path: "/doormat/:reference", module: "patient/doormat.tsx" },
  { path: "/doormat/partner/:organisation", module: "partner/doormat.tsx" },
  { path: "/light/:code", module: "partner/light.tsx" },
  { path: "/events", module: "events.ts" },
  { path: "/partner", module: "partner/worklist.tsx" },
  { path: "/partner/print", module: "partner/print.tsx" },
  { path: "/partner/worklist.csv", module: "partner/csv.ts" },
  { path: "/partner/several", module: "partner/several.tsx" },
  { path: "/partner/fulfilments/:id", module: "partner/fulfilment.tsx" },
  { path: "/partner/diary", module: "partner/diary.tsx" },
  { path: "/partner/diary/week", module: "partner/diary-week.tsx" },
  { path: "/partner/capacity", module: "partner/capacity.tsx" },
  { path: "/partner/box", module: "partner/boxes.tsx" },
  { path: "/partner/box/:offer", module: "partner/box.tsx" },
  { path: "/partner/figures", module: "partner/figures.tsx" },
  { path: "/partner/figures.csv", module: "partner/figures-csv.ts" },
  { path: "/partner/people", module: "partner/people.tsx" },
  { path: "/partner/people/:account", module: "partner/person.tsx" },
  { path: "/partner/people/:account/remove", module: "partner/person-remove.tsx" },
  { path: "/invitations/:code", module: "partner/invitation.tsx" },
  { path: "/desk", module: "desk/list.tsx" },
  { path: "/desk/stops/:stop", module: "desk/stop.tsx" },
  { path: "/desk/duplicates/:one/:other", module: "desk/twice.tsx" },
  { path: "/desk/calls/:part", module: "desk/call.tsx" },
  { path: "/desk/:part", module: "desk/item.tsx" },
  { path: "/manage", module: "manage/start.tsx" },
  { path: "/manage/partners", module: "manage/partners.tsx" },
  { path: "/manage/partners/new", module: "manage/partner-new.tsx" },
  { path: "/manage/partners/:organisation", module: "manage/partner.tsx" },
  { path: "/manage/partners/:organisation/places/new", module: "manage/place-new.tsx" },
  { path: "/manage/partners/:organisation/offers/new", module: "manage/offer-new.tsx" },
  { path: "/manage/offers/:offer", module: "manage/offer.tsx" },
  { path: "/manage/services", module: "manage/services.tsx" },
  { path: "/manage/services/new", module: "manage/service-new.tsx" },
  { path: "/manage/services/:service", module: "manage/service.tsx" },
  { path: "/manage/services/:service/words", module: "manage/service-words.tsx" },
  { path: "/manage/services/:service/questions", module: "manage/questions.tsx" },
  { path: "/manage/services/:service/questions/:question", module: "manage/question.tsx" },
  { path: "/manage/services/:service/red-flags", module: "manage/red-flags.tsx" },
  { path: "/manage/look", module: "manage/look.tsx" },
  { path: "/manage/decisions/:proposal", module: "manage/decision.tsx" },
  { path: "/board", module: "board/start.tsx" },
  { path: "/board/stage", module: "board/stage.tsx" },
  { path: "/board/stage/handout", module: "board/stage-handout.tsx" },
  { path: "/board/stage/:stage", module: "board/stage-show.tsx" },
  { path: "/board/partners", module: "board/partners.tsx" },
  { path: "/board/partners.csv", module: "board/partners-csv.ts" },
  { path: "/board/year", module: "board/year.tsx" },
  { path: "/board/year.csv", module: "board/year-csv.ts" },
  { path: "/board/partners/:organisation", module: "board/partner.tsx" },
  { path: "/board/replicate", module: "board/replicate.tsx" },
  { path: "/board/replicate.csv", module: "board/replicate-csv.ts" },
  { path: "/board/governance", module: "board/governance.tsx" },
  { path: "/board/governance/new", module: "board/propose.tsx" },
  { path: "/board/governance/:proposal", module: "board/proposal.tsx" },
  { path: "/board/governance/:proposal/sum.csv", module: "board/proposal-sum.ts" },
  { path: "/sign-in", module: "sign-in/ask.tsx" },
  { path: "/sign-in/stay", module: "sign-in/stay.ts" },
  { path: "/sign-in/callback", module: "sign-in/callback.tsx" },
  { path: "/sign-in/choose/:uid", module: "sign-in/choose.tsx" },
  { path: "/sign-out", module: "sign-out.tsx" },
  { path: "/forgotten", module: "forgotten.tsx" },
  { path: "/languages", module: "patient/languages.tsx" },
  { path: "/languages/:language", module: "patient/language.tsx" },
  { path: "/privacy", module: "privacy.tsx" },
  { path: "/accessibility", module: "accessibility.tsx" },
  { path: "*", module: "not-found.tsx" },
];

interface Page {
  readonly path: string;
  readonly module: string;
}

/** The same module is registered twice, so each registration needs an id of its own. */
function at(prefix: "" | "b/:brand", page: Page): RouteConfigEntry {
  const file = `routes/${page.module}`;
  const id = `${prefix === "" ? "" : "brand/"}${page.module.replace(/\.tsx?$/, "")}`;
  const path = [prefix, page.path.replace(/^\//, "")].filter(Boolean).join("/");
  return path === "" ? index(file, { id }) : route(path, file, { id });
}

export default [
  ...brandPages.map((page) => at("", page)),
  ...brandPages.map((page) => at("b/:brand", page)),
] satisfies RouteConfig;

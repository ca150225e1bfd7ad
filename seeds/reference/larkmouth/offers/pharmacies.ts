import { PHARMACY_FIRST_TERMS } from "~/domain/directory/conditions";
import { diary, EVERY_DAY, MONDAY_TO_SATURDAY, open, WEEKDAYS } from "../../hours";
import type { OfferRule } from "../../offer";

const HIGH_STREET = ["quayside-shop", "northgate-shop", "ropewalk-shop", "westbrook-shop"];
const POP_UP = ["fish-market"];

const MORNINGS = open(WEEKDAYS, "09:30", "12:00");
const AFTERNOONS = open(WEEKDAYS, "14:00", "16:30");
const POP_UP_HOURS = open(EVERY_DAY, "11:00", "13:00");

export const PHARMACY_OFFERS: readonly OfferRule[] = [
  {
    service: "pharmacy-help",
    at: HIGH_STREET,
    ages: [1, null],
    conditions: PHARMACY_FIRST_TERMS,
    modes: ["in-person"],
    slots: diary(20, MORNINGS, AFTERNOONS),
  },
  {
    service: "blood-pressure",
    at: HIGH_STREET,
    ages: [40, null],
    slots: diary(15, open(WEEKDAYS, "10:00", "12:00")),
  },
  { service: "blood-pressure", at: POP_UP, ages: [18, null], slots: diary(15, POP_UP_HOURS) },
  {
    service: "flu-jab",
    at: HIGH_STREET,
    ages: [18, null],
    slots: diary(10, open(MONDAY_TO_SATURDAY, "09:30", "11:00")),
  },
  { service: "flu-jab", at: POP_UP, ages: [18, null], slots: diary(10, POP_UP_HOURS) },
  {
    service: "health-check",
    at: ["quayside-shop", "northgate-shop"],
    ages: [40, 74],
    slots: diary(30, open([2, 4], "13:00", "16:00")),
  },
  { service: "stop-smoking", at: ["northgate-shop", "ropewalk-shop"], ages: [18, null], waitDays: 5 },
  {
    service: "medicines-review",
    at: HIGH_STREET,
    modes: ["in-person", "phone"],
    ages: [18, null],
    waitDays: 6,
  },
  {
    service: "ear-wax",
    at: ["quayside-shop"],
    ages: [18, null],
    slots: diary(20, open([2, 4], "10:00", "12:00")),
  },
  { service: "contraception", at: ["quayside-shop", "ropewalk-shop"], ages: [16, null], waitDays: 1 },
  { service: "menopause", at: ["quayside-shop"], ages: [40, null], waitDays: 9 },
];

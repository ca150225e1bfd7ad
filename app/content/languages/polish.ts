import type { LanguageWords } from "./types";

export const POLISH: LanguageWords = {
  ownName: "Polski",
  frame: {
    lang: "pl",
    dir: "ltr",
    skip: "Przejdź do głównej treści",
    banner: {
      demo: { lead: "To jest wersja pokazowa.", rest: "Osoby są zmyślone." },
      lab: { lead: "To jest strona testowa.", rest: "Osoby są zmyślone." },
      real: {
        lead: "Prawdziwe miejsca, z list, które każdy może zobaczyć.",
        rest: "Nic do nich nie wysyłamy.",
      },
    },
    bannerLabel: "O tej stronie",
    header: {
      label: "Główne menu",
      strapline: () => "Jedne drzwi do opieki blisko Ciebie",
      findCare: "Znajdź opiekę",
      requests: "Moje prośby",
      signIn: "Zaloguj się",
      signOut: "Wyloguj się",
    },
    help: {
      label: "Jeśli potrzebujesz pomocy teraz",
      emergency: "Nagły wypadek?",
      urgent: "Pilne?",
      call: (number) => `Zadzwoń pod ${number}`,
      text: "wyślij SMS:",
    },
    footer: {
      about: () => "Jedne drzwi do zdrowia i opieki blisko Ciebie. Każdy partner zachowuje własną nazwę.",
      person: "Porozmawiaj z człowiekiem",
      more: "Więcej",
      allServices: "Lista wszystkich usług",
      requests: "Moje prośby",
      partners: "Dla partnerów",
      languages: "Inne języki",
      privacy: "Jak używamy tego, co nam mówisz",
      accessibility: "Czy każdy może korzystać z tych stron?",
      forget: "Zakończ i zapomnij mnie na tym urządzeniu",
      facts: "Skąd pochodzą informacje",
    },
  },
  title: "Pomoc po polsku",
  unchecked: "Tłumacz jeszcze nie sprawdził tych słów. Służą tylko do pokazu.",
  emergency: {
    title: "Jeśli życie jest zagrożone",
    words: [
      "Od razu zadzwoń pod 999, jeśli ktoś jest ciężko chory lub ranny i jego życie jest zagrożone.",
      "Połączenie jest bezpłatne. Możesz poprosić o tłumacza, który też jest bezpłatny.",
    ],
  },
  urgent: {
    title: "Jeśli potrzebujesz pomocy medycznej, a nie jest to nagły wypadek",
    words: [
      "Zadzwoń pod 111 o każdej porze, w dzień lub w nocy. Powiedzą Ci, co zrobić.",
      "Połączenie jest bezpłatne. Możesz poprosić o tłumacza, który też jest bezpłatny.",
    ],
  },
  interpreter: {
    title: "Tłumacz jest bezpłatny",
    words: [
      "Możesz poprosić o tłumacza na każdą wizytę lub rozmowę przez telefon. Nic za to nie płacisz.",
      "Kiedy prosisz tutaj o opiekę, pytamy, w jakim języku chcesz rozmawiać. Wybierz swój język z listy.",
    ],
  },
  sayInEnglish: "Powiedz te słowa po angielsku albo pokaż je komuś:",
  about: {
    title: "Co to za strona?",
    words: [
      "To jedne drzwi do zdrowia i opieki blisko Ciebie. Opiekę daje wielu partnerów, a każdy zachowuje własną nazwę.",
      "Zanim wyślesz prośbę, pokazujemy, od kogo przyjdzie opieka: kto do Ciebie napisze, kto zadzwoni i jaka nazwa będzie na drzwiach. Nazywamy to „pudełkiem”: jak paczka, na której jest nazwa nadawcy.",
    ],
  },
  begin: {
    title: "Jak zacząć",
    words: [],
    list: [
      "Wybierz usługę.",
      "Odpowiedz na kilka pytań.",
      "Wybierz, kto da Ci opiekę, albo pozwól nam wybrać.",
      "Wyślij prośbę.",
    ],
  },
  whoHelps: "Następne strony i formularze są po angielsku. Ktoś może Ci w nich pomóc:",
  start: "Zacznij: pokaż usługi w Twoim języku",
};

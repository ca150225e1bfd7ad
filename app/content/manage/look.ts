export const LOOK = {
  title: "Name and look",
  intro: "What people see at the top of every page, and who answers when they ring the front desk.",
  name: "Name of the front door",
  strapline: "A line under the name",
  area: "The area it is for",
  areaHint: "As after “care in and around”",
  mark: "Its colour",
  markHint: "The door, the buttons and the strips on labels are drawn in it",
  letters: "Letters",
  desk: "The front desk",
  deskName: "What it is called",
  deskPhone: "Phone number",
  deskHours: "When somebody answers",
  save: "Save",
  saved: "It is saved. Every page shows it from now on.",
} as const;

export const LOOK_ERRORS = {
  name: "Enter the name of the front door",
  area: "Enter the area it is for",
  deskName: "Enter what the front desk is called",
  deskPhone: "Enter a phone number, like 01632 960123",
  deskHours: "Say when someone answers, like Monday to Friday, 8am to 6pm",
} as const;

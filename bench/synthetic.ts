export { NOW, syntheticDirectory, syntheticNeeds } from "~seeds/worlds/synthetic";

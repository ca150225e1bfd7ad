import { parseArgs } from "node:util";
import { z } from "zod";
import { BENCHES } from "./registry";

const USAGE = `Usage: npm run bench [-- NAME…]
Prints one JSON object a line: {"bench", "value", "unit", …}. Without names it runs all.
  --list  name them
  --help  this text`;

const Arguments = z.object({
  names: z.array(
    z.string().refine((name) => BENCHES.some((bench) => bench.name === name), {
      error: ({ input }) =>
        `There is no bench “${input}”. There are: ${BENCHES.map(({ name }) => name).join(", ")}`,
    }),
  ),
  list: z.boolean().default(false),
  help: z.boolean().default(false),
});

function argumentsFrom(argv: readonly string[]): z.infer<typeof Arguments> | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { list: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    const parsed = Arguments.safeParse({ ...values, names: positionals });
    return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message).join("\n");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const wanted = argumentsFrom(argv);
  if (typeof wanted === "string") {
    process.stderr.write(`${wanted}\n\n${USAGE}\n`);
    return 1;
  }
  if (wanted.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const chosen = BENCHES.filter(({ name }) => wanted.names.length === 0 || wanted.names.includes(name));
  for (const bench of chosen) {
    if (wanted.list) {
      process.stdout.write(`${JSON.stringify({ bench: bench.name, about: bench.about })}\n`);
      continue;
    }
    for await (const measure of bench.run()) process.stdout.write(`${JSON.stringify(measure)}\n`);
  }
  return 0;
}

// Whoever is told to stop ends what it started.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main(process.argv.slice(2));

import type { Finding } from "#core/finding.ts";
import { resolveName } from "#core/nearest.ts";

/** Findings as lines for people: state, what was looked at, what was found; below, what to do. */
export function reportOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, state, says, todo }) => [
    `${(state === "ok" ? "OK" : state).padEnd(7)}  ${check.padEnd(width)}  ${says}`,
    ...(todo ? [`${" ".repeat(width + 11)}→ ${todo}`] : []),
  ]);
  return [...lines, "", summaryOf(findings)].join("\n");
}

function summaryOf(findings: readonly Finding[]): string {
  const count = findings.filter(({ state }) => state === "problem").length;
  if (count === 0) return "All is well.";
  return count === 1 ? "One problem." : `${count} problems.`;
}

/** What others read from the same file: Docker Compose, and OpenTelemetry. */
const others = /^(?:POSTGRES_PASSWORD$|OTEL_)/;

/** What a settings file names that is no setting, each with the setting it may have meant. */
export function checkNames(given: readonly string[], known: readonly string[], file: string): Finding[] {
  const things = known.map((name) => ({ value: name, names: [name] }));
  return given
    .filter((name) => !known.includes(name))
    .flatMap((name): Finding[] => {
      const found = resolveName(name, things);
      if (others.test(name) && !found.match) return [];
      const meant = found.match ?? found.nearest[0];
      const says = `${name} in ${file} is no setting of Casebook`;
      return [{ check: "configuration", state: "note", says, ...(meant ? { todo: `did you mean ${meant}?` } : {}) }];
    });
}

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/temporary.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many wait for processes and clocks rather than work: two at a time suit even two cores.
    maxWorkers: 2,
    reporters: process.env.CI ? ["default", ["json", { outputFile: "tmp/test-report.json" }]] : ["default"],
    server: { deps: { inline: [] } },
  },
});

import { expect, test } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { writeTemplate } from "#content/template.ts";
import { folderWith } from "./small-library.ts";

test.each(["case-study", "playbook", "role", "comparison", "checklist", "idea"])(
  "a new %s passes the checks as written",
  async (kind) => {
    const folder = await folderWith({});
    expect(await writeTemplate(folder, kind, "acme-robotics")).toMatchObject({ ok: true });
    const { library, problems } = await loadLibrary(folder);
    expect(problems).toEqual([]);
    expect(library?.entries.map(({ id, kind: of }) => [id, of])).toEqual([["acme-robotics", kind]]);
  },
);

test("a template is never written over a file, nor under a name that leaves the folder", async () => {
  const folder = await folderWith({});
  await writeTemplate(folder, "role", "acme");
  expect(await writeTemplate(folder, "role", "acme")).toMatchObject({ ok: false });
  expect(await writeTemplate(folder, "role", "../acme")).toMatchObject({
    ok: false,
    message: expect.stringContaining("kebab-case"),
  });
  for (const kind of ["novel", "constructor", "toString"])
    expect(await writeTemplate(folder, kind, "acme")).toMatchObject({
      ok: false,
      message: expect.stringContaining("case-study"),
    });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurns } from "#core/turns.ts";

const asks = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 60 });

test("never more run than may, everybody who stands in line gets a turn, and each group's order is kept", async () => {
  await fc.assert(
    fc.asyncProperty(asks, fc.integer({ min: 1, max: 5 }), async (groups, running) => {
      const turns = createTurns({ running, waiting: 1000 });
      const order: [string, number][] = [];
      let now = 0;
      await Promise.all(
        groups.map(async (group, i) => {
          const end = await turns.take(group);
          expect(++now).toBeLessThanOrEqual(running);
          order.push([group, i]);
          await Promise.resolve();
          now--;
          end?.();
          end?.();
        }),
      );
      expect(order).toHaveLength(groups.length);
      for (const group of ["a", "b", "c"]) {
        const own = order.filter(([name]) => name === group).map(([, i]) => i);
        expect(own).toEqual(own.toSorted((x, y) => x - y));
      }
    }),
  );
});

test("a group with a thousand in line keeps another waiting for one turn", async () => {
  const turns = createTurns({ running: 1, waiting: 2000 });
  const end = await turns.take("loud");
  const order: string[] = [];
  const waiters = Array.from({ length: 1000 }, () => turns.take("loud"));
  const all = [...waiters, turns.take("quiet")].map((turn, i) =>
    turn?.then((done) => {
      order.push(i === 1000 ? "quiet" : "loud");
      done();
    }),
  );
  end?.();
  await Promise.all(all);
  expect(order.indexOf("quiet")).toBe(1);
});

test("the line has an end", async () => {
  const turns = createTurns({ running: 1, waiting: 2 });
  const end = await turns.take("a");
  expect([turns.take("a"), turns.take("b")].map(Boolean)).toEqual([true, true]);
  expect(turns.take("c")).toBeUndefined();
  end?.();
  expect(turns.take("c")).toBeDefined();
});

import { expect, test } from "vitest";
import { findZone, looksLikeZone, nearestZones, zoneNames } from "#digest/zones.ts";

test("zones are found by name in any case and by city, and the nearest of a wrong name", () => {
  expect(findZone("europe/paris")).toBe("Europe/Paris");
  expect(findZone("New York")).toBe("America/New_York");
  expect(findZone("utc")).toBe("UTC");
  expect(findZone("EST")).toBeUndefined();
  expect(findZone("ai")).toBeUndefined();
  expect(findZone("+02:00")).toBeUndefined();
  expect(nearestZones("Europe/Pris")[0]).toBe("Europe/Paris");
});

test.each([
  ["kolkata", "calcutta", "Asia/Kolkata"],
  ["kyiv", "Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Yangon", "rangoon", "Asia/Yangon"],
  ["kathmandu", "katmandu", "Asia/Kathmandu"],
  ["ho chi minh", "saigon", "Asia/Ho_Chi_Minh"],
  ["nuuk", "godthab", "America/Nuuk"],
  ["buenos aires", "America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
])("today's name (%s) and the former one (%s) are the same zone", (now, before, zone) => {
  expect([findZone(now), findZone(before)]).toEqual([zone, zone]);
  expect(zoneNames).toContain(zone);
});

test("every zone that is offered can be used, is found by its city, and shares the city with no other", () => {
  for (const zone of zoneNames) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    expect(findZone(zone.split("/").at(-1)?.replaceAll("_", " ") ?? "")).toBe(zone);
  }
  expect(new Set(zoneNames).size).toBe(zoneNames.length);
  expect(zoneNames.length).toBeGreaterThan(400);
});

test("a short name that two countries share is told to be a zone, and the likely one is named", () => {
  expect([looksLikeZone("EST"), looksLikeZone("ist"), looksLikeZone("UTC+2"), looksLikeZone("ai")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(nearestZones("EST")).toEqual(["America/New_York"]);
  expect(nearestZones("kyv")).toEqual(["Europe/Kyiv"]);
});

import { type Button, code, type Form, type Statement, strong } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { formatMoment } from "../dates.ts";
import { pingWords } from "../ping.ts";

/** A subscription for `--as json`. */
export function itemOf({ id, line, schedule, zone, ping, nextAt, paused }: Subscription) {
  const item = { id, line, schedule, zone, next: new Date(nextAt).toISOString(), paused: paused !== undefined };
  return ping ? { ...item, ping } : item;
}

/** A subscription as one line: what, when, and when next. */
export function statementOf(subscription: Subscription, now: number): Statement {
  const { id, line, schedule, zone, nextAt, paused } = subscription;
  const state = paused === undefined ? `next on ${formatMoment(nextAt, zone, now)}` : `paused: ${paused}`;
  const calls = pingWords(subscription);
  return {
    text: [strong(nameOf(line)), `: ${schedule}, ${zone}${calls ? `; ${calls}` : ""}; ${state}. `, code(id)],
    id,
  };
}

/** What a line posts, in words. */
export function nameOf(line: string): string {
  if (line === "digest") return "Digest";
  return line.startsWith("digest ") ? `Digest on ${line.slice(7)}` : line;
}

/** The buttons that change one subscription. */
export function manageButtons({ id, paused }: Subscription): Button[] {
  return [
    { label: "Preview", line: `digest preview ${id}` },
    paused === undefined
      ? { label: "Pause", line: `digest pause ${id}` }
      : { label: "Resume", line: `digest resume ${id}`, style: "primary" },
    { label: "History", line: `digest history ${id}` },
    { label: "Unsubscribe", line: `digest unsubscribe ${id}`, style: "danger" },
  ];
}

/** A form for a new subscription, or for changing one. */
export function subscriptionForm(zone: string, subscription?: Subscription): Form {
  const filters = subscription?.line.replace(/^digest ?/, "");
  return {
    kind: "form",
    label: subscription ? "Edit" : "New digest",
    title: subscription ? "Change this digest" : "New digest",
    // A field left blank is not sent: what it then means stands in the line, and what is filled in comes after it.
    line: subscription ? `digest edit ${subscription.id} line=everything ping=nobody` : "digest subscribe",
    fields: [
      {
        name: "schedule",
        label: "When",
        hint: "weekdays 09:00, every monday 9:00, monthly 1 09:00, or five cron fields",
        value: subscription?.schedule ?? "weekdays 09:00",
        required: true,
      },
      {
        name: "zone",
        label: "Time zone",
        hint: "Region and city, such as Europe/Paris",
        value: subscription?.zone ?? zone,
        required: true,
      },
      {
        name: "line",
        label: "About",
        hint: "Niches, studies, roles or themes (ai hugging-face), or a command line; leave it out for everything",
        ...(filters ? { value: filters } : {}),
      },
      {
        name: "ping",
        label: "Call",
        hint: "The id of one role (Discord) or user group (Slack); nobody, unless you name one",
        ...(subscription?.ping ? { value: subscription.ping } : {}),
      },
    ],
  };
}

import type { Call, Shown } from "#core/rehearsal.ts";

/** What somebody sees of the calls Slack would have received. */
export function shownOf(calls: readonly Call[]): Shown[] {
  const renewed = calls.some(({ body }) => body.delete_original === true);
  return calls.flatMap(({ method, body }): Shown[] => {
    switch (method) {
      case "response_url": {
        if (body.delete_original === true) return [];
        const manner = body.replace_original === true ? "replace" : renewed ? "renew" : "add";
        return [{ kind: "message", manner, alone: body.response_type === "ephemeral", payload: body }];
      }
      case "chat.postMessage":
      case "chat.postEphemeral":
        return [{ kind: "message", manner: "add", alone: method === "chat.postEphemeral", payload: body }];
      case "views.open":
        return [{ kind: "modal", payload: body.view }];
      case "views.publish":
        return [{ kind: "home", payload: body.view }];
      default:
        return [];
    }
  });
}

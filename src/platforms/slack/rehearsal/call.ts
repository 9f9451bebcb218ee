/** A call Slack would have received: a method of its Web API, or a message to a `response_url`. */
export type Call = { readonly method: string; readonly body: Readonly<Record<string, unknown>> };

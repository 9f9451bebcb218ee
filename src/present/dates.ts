const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2023-08-24` → "24 Aug 2023", `2023-08` → "Aug 2023", `2023` → "2023". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(" ");
}

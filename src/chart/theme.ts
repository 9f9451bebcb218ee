/** Colours of a chart, as hex. */
export type Palette = {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  /** The emphasised category, and one category among several. */
  readonly strong: string;
  readonly plain: string;
  readonly range: string;
  /** Series beside each other. */
  readonly series: readonly [string, ...string[]];
};

export type Theme = "light" | "dark";

/**
 * Text stands out from its background by at least 4.5 to 1, bars by at least 3 to 1 (WCAG 2.2). Series stay apart for
 * eyes that see no red, no green or no blue.
 */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    background: "#ffffff",
    text: "#1d1c1d",
    faint: "#5c5b5e",
    grid: "#dddde0",
    strong: "#1d6fd1",
    plain: "#7d8ba0",
    range: "#1d1c1d",
    series: ["#1d6fd1", "#d9480f", "#1a2f91", "#8a303d"],
  },
  dark: {
    background: "#1f2023",
    text: "#f2f3f5",
    faint: "#b5bac1",
    grid: "#3f4147",
    strong: "#63a4ff",
    plain: "#8b95a7",
    range: "#f2f3f5",
    series: ["#63a4ff", "#fb923c", "#79f2d6", "#956c26"],
  },
};

/** The font that charts are measured and drawn in. */
export const fontFamily = "DejaVu Sans";

/** Sizes of letters, of a line chart's height, of the room for the lower axis and at the edges; in pixels. */
export const sizes = { title: 15, label: 13, small: 11.5, line: 220, axis: 34, edge: 16 } as const;

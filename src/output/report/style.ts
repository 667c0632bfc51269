/** How a part of a text is set off on a terminal; on anything else each gives the text back. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
}

const same = (text: string) => text;

/** No colour at all. */
export const PLAIN_STYLE: Style = {
  strong: same,
  faint: same,
  good: same,
  bad: same,
  warning: same,
};

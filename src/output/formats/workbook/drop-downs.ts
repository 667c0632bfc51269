import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** A list of what the cells of a column may hold. */
export interface DropDown {
  /** From 0. */
  readonly column: number;
  /** Of so many rows below the header. */
  readonly rows: number;
  /** Where the values stand, in the first column of a sheet; rows from 1. */
  readonly range: { readonly sheet: string; readonly first: number; readonly last: number };
  /** Nothing else may be written. */
  readonly isOnly: boolean;
}

/** What write-excel-file does not know of drop-downs, as a feature that it takes. Of each sheet in order. */
export function dropDownsFeature(
  sheets: readonly (readonly DropDown[])[],
  lettersOf: (column: number) => string,
) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (
            xml: string,
            _options: unknown,
            { sheetIndex }: { readonly sheetIndex: number },
          ) => withDropDowns(xml, sheets[sheetIndex] ?? [], lettersOf),
        },
      },
    },
  };
}

function withDropDowns(
  xml: string,
  dropDowns: readonly DropDown[],
  lettersOf: (column: number) => string,
): string {
  if (dropDowns.length === 0) return xml;
  const lists = dropDowns.map(({ column, rows, range: { sheet, first, last }, isOnly }) => {
    const letters = lettersOf(column + 1);
    const name = sheet.replaceAll("'", "''");
    const from = sanitizeTextContent(`'${name}'!$A$${first}:$A$${last}`);
    const cells = `${letters}2:${letters}${rows + 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="${isOnly ? 1 : 0}" sqref="${cells}"><formula1>${from}</formula1></dataValidation>`;
  });
  const element = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
}

"""Opens the workbooks named in a JSON list on standard input and tells what is in them, as JSON."""

import json
import sys
import warnings

import openpyxl


def describe(path):
    told = {"problems": [], "sheets": [], "names": {}, "tables": {}, "formulas": 0}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            book = openpyxl.load_workbook(path)
        except Exception as error:  # whatever it refuses, it is a finding
            told["problems"].append(f"{type(error).__name__}: {error}")
            return told
    told["problems"] += [str(each.message) for each in caught]
    told["sheets"] = book.sheetnames
    defined = book.defined_names
    told["names"] = {each.name: each.value for each in (defined.values() if hasattr(defined, "values") else defined.definedName) if each.localSheetId is None}
    for sheet in book.worksheets:
        told["tables"].update({table.name: table.ref for table in sheet.tables.values()})
        told["formulas"] += sum(1 for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    return told


json.dump([describe(path) for path in json.load(sys.stdin)], sys.stdout)

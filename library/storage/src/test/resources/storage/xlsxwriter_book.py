"""Writes formulas.xlsx: cells that a program has computed. Run with XlsxWriter 3.2: python xlsxwriter_book.py"""

import pathlib

import xlsxwriter

book = xlsxwriter.Workbook(str(pathlib.Path(__file__).with_name("formulas.xlsx")))
sheet = book.add_worksheet("computed")
hours = book.add_format({"num_format": "[h]:mm"})
day = book.add_format({"num_format": "yyyy-mm-dd"})
sheet.write_row(0, 0, ["number", "key", "flag", "day", "worked", "gone"])
for row, (number, key, flag, when, worked) in enumerate(
    [(42.5, "00123", True, 45351, 0.25), (7, "1E5", False, 45352, 1.0 + 1 / 12)], start=1
):
    sheet.write_formula(row, 0, "=1+1", None, number)
    sheet.write_formula(row, 1, '=TEXT(1,"00000")', None, key)
    sheet.write_formula(row, 2, "=1=1", None, flag)
    sheet.write_formula(row, 3, "=TODAY()", day, when)
    sheet.write_number(row, 4, worked, hours)
    sheet.write_formula(row, 5, "=NA()", None, "#N/A")
book.close()

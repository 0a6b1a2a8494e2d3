"""Writes openpyxl.xlsx: a book as people have them. Run with openpyxl 3.1: python openpyxl_book.py"""

import datetime as dt
import pathlib

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Trips"
sheet.append([])
sheet.append(["city", "day", "left", "at", "age", "fare", "card", "note", "city", None, "share"])
sheet.append(["Oslo", dt.date(2024, 1, 5), dt.datetime(2024, 1, 5, 8, 30, 15), dt.time(8, 30), 30, 12.5, True, "a", "x", None, 0.25])
sheet.append([])
sheet.append(["Zürich & <b>", dt.date(2023, 12, 31), dt.datetime(1999, 12, 31, 23, 59, 59), dt.time(23, 59, 59), 41, 20, False, 7, "y", None, 1])
sheet.append([None, None, None, None, None, None, None, "#N/A", "z", "late", None])
sheet["E6"] = 5_000_000_000
sheet["K3"].number_format = "0%"
second = book.create_sheet("2024 prices")
second.append(["id", "price"])
for row in range(3):
    second.append([row, row * 1.1])
book.create_sheet("empty")
book.save(pathlib.Path(__file__).with_name("openpyxl.xlsx"))

"""Reads a CSV file from standard input as Python's csv module does, and prints its rows as JSON."""
import csv, io, json, sys

text = sys.stdin.buffer.read().decode("utf-8-sig")
print(json.dumps(list(csv.DictReader(io.StringIO(text, newline="")))))

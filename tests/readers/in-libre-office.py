"""Opens a workbook in a LibreOffice of its own, runs the given lines with it as `doc`, and saves it.

Arguments: soffice, a folder of one's own, input, script, output. The script may use doc, rows(name), unprotect(),
sort(range, column, descending, header) and uno.
"""

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

soffice, folder, source, script, target = sys.argv[1:]


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(pipe, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if process.poll() is not None:
                raise SystemExit(f"LibreOffice ended with {process.returncode}")
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer within a minute")


def main():
    pipe = "planbook" + str(abs(hash(folder)))
    profile = uno.systemPathToFileUrl(folder + "/profile")
    options = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen([soffice, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect(pipe, process)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        doc = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))

        def rows(name):
            return doc.NamedRanges.getByName(name).getReferredCells()

        def unprotect():
            for sheet in doc.Sheets:
                if sheet.isProtected():
                    sheet.unprotect("")

        def sort(cells, column, descending=False, header=False):
            field = TableSortField()
            field.Field = column
            field.IsAscending = not descending
            fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
            uno.invoke(cells, "sort", ((prop("SortFields", fields), prop("ContainsHeader", header)),))

        with open(script, encoding="utf-8") as lines:
            exec(compile(lines.read(), script, "exec"), {"doc": doc, "rows": rows, "unprotect": unprotect, "sort": sort, "uno": uno})
        doc.storeToURL(uno.systemPathToFileUrl(target), (prop("FilterName", "Calc MS Excel 2007 XML"),))
        doc.close(True)
        try:
            desktop.terminate()
        except Exception:  # it goes away while it answers
            pass
        process.wait(timeout=30)
    finally:
        if process.poll() is None:
            process.kill()


main()

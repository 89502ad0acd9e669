"""count.py STATUS FILE…: counts the tests in xUnit files as `passed failed skipped`.

STATUS is what the test program ended with: a run that ended badly without a failed test counts as one."""
import sys
import xml.etree.ElementTree as xml

passed = failed = skipped = 0
for path in sys.argv[2:]:
    try:
        cases = list(xml.parse(path).iter("testcase"))
    except (OSError, xml.ParseError):
        continue
    for case in cases:
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
if sys.argv[1] != "0" and failed == 0:
    failed = 1
print(passed, failed, skipped)

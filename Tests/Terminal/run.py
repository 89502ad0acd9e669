"""Runs the terminal tests: run.py [COUNT-FILE [TEST…]]; writes `passed failed skipped` to the file."""
import pathlib
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here))
names = sys.argv[2:]
loader = unittest.TestLoader()
suite = loader.loadTestsFromNames(names) if names else loader.discover(str(here), pattern="test_*.py")
result = unittest.TextTestRunner(verbosity=2, stream=sys.stdout).run(suite)
wrong = [test for test, _ in result.failures + result.errors] + result.unexpectedSuccesses
failed = len({getattr(test, "test_case", test).id() for test in wrong})
skipped = len(result.skipped)
if len(sys.argv) > 1:
    pathlib.Path(sys.argv[1]).write_text(f"{result.testsRun - failed - skipped} {failed} {skipped}\n")
sys.exit(1 if failed else 0)

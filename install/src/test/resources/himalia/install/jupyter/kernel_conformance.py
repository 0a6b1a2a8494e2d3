"""Jupyter's own conformance tests (jupyter_kernel_test) with samples in Java."""

import unittest

import jupyter_kernel_test


class HimaliaTests(jupyter_kernel_test.KernelTests):
    kernel_name = "himalia"
    language_name = "java"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'

    completion_samples = [
        {"text": "System.current", "matches": {"currentTimeMillis"}},
        {"text": "Math.flo"},
    ]

    complete_code_samples = [
        "1 + 1",
        "int answer = 42;",
        'for (int i = 0; i < 3; i++) { System.out.println(i); }',
        "class Point { int x; }",
    ]
    incomplete_code_samples = [
        "for (int i = 0; i < 3; i++) {",
        "int twice(int n) {",
        'String text = """\n    open',
    ]
    invalid_code_samples = ["int = 3;"]

    code_inspect_sample = "Math.abs(1)"

    code_generate_error = 'throw new IllegalStateException("as asked");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "mime": "text/plain"},
    ]

    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("$x^2$", "text/latex");', "mime": "text/latex"},
    ]

    code_clear_output = "clearOutput(false);"

    # matches the first sample of code_execute_result
    code_history_pattern = "6 [*]*"
    supported_history_operations = ("tail", "search")


if __name__ == "__main__":
    unittest.main(verbosity=2)

package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a value is of the type which its expression has is asked only where a class may ask it. */
@Timeout(60)
class CheckedValuesTest {
    @Test
    void aValueOfATypeThatItsCellMayNotNameIsShown() {
        try (var cells = new TestWorker()) {
            cells.run(
                    "class Outer { private record Hidden(int x) { } static java.util.List<Hidden> all() { return java.util.List.of(new Hidden(1)); }"
                            + " static java.util.List<Hidden[]> arrays() { return java.util.List.of(new Hidden[0], new Hidden[1]); } }");
            assertThat(cells.value("Outer.all().get(0)")).isEqualTo("Hidden[x=1]");
            assertThat(cells.value("Outer.arrays().get(0)")).isEqualTo("[]");
        }
    }

    @Test
    void aVariableOfTheTypeTakesIt() {
        try (var cells = new TestWorker()) {
            cells.run("java.util.List<Integer> numbers = java.util.List.of(5);");
            cells.run("numbers.get(0)");
            assertThat(cells.value("int next = $2 + 1; next")).isEqualTo("6");
        }
    }

    @Test
    void aConditionalIsOfTheTypeThatItHasByItself() {
        try (var cells = new TestWorker()) {
            cells.run("boolean flag = true;");
            cells.run("flag ? \"a\" : \"bc\"");
            assertThat(cells.value("$2.length()")).isEqualTo("1");
            cells.run("(flag ? 1 : null)");
            assertThat(cells.value("$4 + 1")).isEqualTo("2");
            cells.run("flag ? java.util.List.of(1) : new java.util.ArrayList<Integer>()");
            assertThat(cells.value("$6.get(0) + 1")).isEqualTo("2");
            cells.run("flag ? null : null");
            assertThat(cells.value("$8")).isEqualTo("null");
        }
    }

    @Test
    void aValueOfAWildcardIsOfItsBound() {
        try (var cells = new TestWorker()) {
            cells.run("\"a\".getClass()");
            assertThat(cells.value("$1.cast(\"b\").length()")).isEqualTo("1");
            cells.run("true ? java.util.List.of(\"a\") : java.util.List.of(1)");
            assertThat(cells.value("$3.size()")).isEqualTo("1");
            cells.run("java.util.List<? extends Number> numbers = java.util.List.of(1);");
            cells.run("numbers.get(0)");
            assertThat(cells.value("$6.intValue() + 1")).isEqualTo("2");
        }
    }

    @Test
    void aValueOfAClassWithoutANameIsOfWhatThatImplements() {
        try (var cells = new TestWorker()) {
            cells.run("new Runnable() { public void run() { System.out.println(\"ran\"); } }");
            cells.run("$1.run();");
            assertThat(cells.printed()).isEqualTo("ran\n");
        }
    }

    @Test
    void aConditionalOfATypeThatItsCellMayNotNameIsShown() {
        try (var cells = new TestWorker()) {
            cells.run(
                    "class Outer { private record Hidden(int x) { } static java.util.List<Hidden> all() { return java.util.List.of(new Hidden(1)); } }");
            assertThat(cells.value("true ? Outer.all().get(0) : null")).isEqualTo("Hidden[x=1]");
        }
    }

    @Test
    void aConditionalThatIsWrongIsToldInItsOwnWords() {
        try (var cells = new TestWorker()) {
            assertThat(cells.failure("true ? () -> 1 : null"))
                    .contains("Object is not a functional interface")
                    .doesNotContain("value$$");
            assertThat(cells.failure("switch (1) { case 1 -> () -> 1; default -> null; }"))
                    .contains("Object is not a functional interface")
                    .doesNotContain("value$$");
        }
    }
}

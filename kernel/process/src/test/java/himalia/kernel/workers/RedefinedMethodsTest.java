package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A method that is declared anew is called by what was there before, whose objects stay. */
@Timeout(60)
class RedefinedMethodsTest {
    private static final String DIES =
            "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(20_000);";

    @Test
    void objectsAndStaticFieldsOutliveThatAMethodTheyCallIsDeclaredAnew() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int rate(int n) { return n; }");
            cells.value(
                    "class Shop { static int made = 0; int n; Shop(int n) { this.n = n; made++; } int price() { return rate(n); } }\n"
                            + "var shop = new Shop(3);\n"
                            + "java.util.function.IntSupplier later = () -> rate(5);");
            cells.value("int rate(int n) { return n * 100; }");
            assertThat(cells.value("shop.price() + \" \" + later.getAsInt() + \" \" + Shop.made"))
                    .isEqualTo("300 500 1");
        }
    }

    @Test
    void aFreshWorkerKnowsWhichMethodWasDeclaredLast() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int rate(int n) { return n; }");
            cells.value("class Shop { int price() { return rate(7); } }");
            cells.value("int rate(int n) { return n * 100; }");
            assertThat(cells.value("new Shop().price()")).isEqualTo("700");
            cells.failure(DIES);
            assertThat(cells.value("new Shop().price()")).isEqualTo("700");
        }
    }

    @Test
    void aMethodThatACellNeverCameToIsNotCalled() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int rate(int n) { return n; }");
            cells.value("class Shop { int price() { return rate(7); } }\nvar shop = new Shop();");
            cells.failure("System.out.println(\"\".charAt(1));\nint rate(int n) { return -1; }");
            assertThat(cells.value("shop.price() + rate(1)")).isEqualTo("8");
        }
    }

    @Test
    void whatACellDeclaresTwiceAndNothingUsesIsTold() {
        try (var cells = new TestWorker()) {
            cells.value(
                    "int n(List<String> l) { return 1; }\nint n(List<Integer> l) { return 2; }");
            assertThat(cells.printed())
                    .contains("n is declared twice in this cell, and the last one counts: to Java");
            assertThat(cells.value("n(List.of(7))")).isEqualTo("2");
            cells.value("class A { int v = 1; }\nint k = 1;\nclass A { int v = 2; }");
            assertThat(cells.printed()).isEmpty();
            cells.value("int k = 1;\nclass A { int v = 3; }\nclass A { int v = 4; }");
            assertThat(cells.printed())
                    .contains("A is declared twice in this cell, and the last one counts.");
            cells.value("int f() { return 1; }\nint y = f();\nint f() { return 2; }");
            cells.value("int g() { return 1; }\nint h() { return g(); }\nlong g() { return 1; }");
            assertThat(cells.printed())
                    .contains("g is declared twice")
                    .doesNotContain("h is declared", "f is declared");
        }
    }

    @Test
    void anotherNameOfAParameterIsNoConcernOfWhoCalls() {
        try (var cells = new TestWorker()) {
            cells.value("int given(int a) { return a; }");
            cells.value("class User { static int kept = 1; int get() { return given(1); } }");
            cells.value("User user = new User(); User.kept = 5;");
            cells.value("int given(final int b) { return b + 1; }");
            assertThat(cells.value("user.get() + \" \" + User.kept")).isEqualTo("2 5");
        }
    }
}

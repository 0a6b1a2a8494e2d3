package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.help.Inspection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab leaves out, and Shift+Tab: what may not stand at a place. */
@Timeout(60)
class PlacesOfTypesTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value(
                """
                String text = "abc"; int Total = 3; int LIMIT = 4; int number = 5;
                class Test1 { class Inner { } }
                class Outer { int m() { return 1; } }
                Outer out = new Outer();
                enum Color { RED }
                Color col = Color.RED;
                int[] numbers = {1};
                class Copied implements Cloneable { public Copied clone() { return this; } }
                Copied copied = new Copied();
                """);
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static List<String> complete(String code) {
        return cells.offered(code, code.length());
    }

    private static String inspect(String code) {
        int cursor = code.indexOf('|');
        return cells.help()
                .inspect(code.replace("|", ""), cursor, false)
                .map(Inspection::text)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object o = new ",
                "throw new ",
                "class K extends ",
                "class K implements Runnable, ",
                "class K { void m() throws Exception, ",
                "if (out instanceof ",
                "try { } catch (",
                "try { } catch (RuntimeException | ",
                "List<",
                "Map<String, ",
                "Map<String, List<",
                "new ArrayList<",
                "class K<T extends ",
                "List<? extends "
            })
    void onlyTypesStandWhereNothingElseMay(String code) {
        assertThat(complete(code))
                .contains("Outer")
                .doesNotContain("text", "number", "Total", "LIMIT", "out", "null", "numbers");
        assertThat(complete(code + "te")).doesNotContain("text");
        assertThat(complete(code + "nu")).doesNotContain("number", "null", "numbers");
        assertThat(complete(code + "To")).doesNotContain("Total");
        assertThat(complete(code + "LI")).doesNotContain("LIMIT");
        assertThat(complete(code + "Ou")).contains("Outer");
        assertThat(complete(code + "UU")).contains("UUID");
    }

    @Test
    void whatIsMadeMayBeAnArrayOrNamedWithItsPackage() {
        assertThat(complete("var a = new in")).contains("int").doesNotContain("interface");
        assertThat(complete("var a = new ja")).contains("java.");
        assertThat(complete("out.new ")).doesNotContain("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean b = number < ",
                "boolean b = LIMIT < ",
                "boolean b = Integer.MAX_VALUE < ",
                "List<String> l = List.of(",
                "Math.max(number, ",
                "void m(List<String> a, int b) { b = ",
                "int extended = ",
                "case2(LIMIT < 3, "
            })
    void valuesStandWhereTheyMay(String code) {
        assertThat(complete(code + "nu")).contains("number");
    }

    @Test
    void whatIsProtectedIsNotOfferedOutsideOfAClass() {
        for (var code :
                List.of("out::", "Outer::", "out.", "col.", "Color.RED.", "col::", "Color::")) {
            assertThat(complete("Object q = " + code))
                    .as(code)
                    .contains("hashCode")
                    .doesNotContain("clone", "finalize");
        }
        for (var code : List.of("copied::", "Copied::", "copied.")) {
            assertThat(complete("Object q = " + code)).as(code).contains("clone");
        }
    }

    @Test
    void aWordInATextNamesNoVariable() {
        assertThat(inspect("String s = \"te|xt\";")).isEmpty();
        assertThat(inspect("String s = \"a text|\";")).isEmpty();
        assertThat(inspect("String s = \"\"\"\n a te|xt\n \"\"\";")).isEmpty();
        assertThat(inspect("String s = \"a\" + te|xt;")).isEqualTo("String text = abc");
        assertThat(inspect("Integer.parseInt(\"te|xt\")")).contains("parseInt(");
    }

    @Test
    void outsideOfAClassThereIsNoObject() {
        assertThat(complete("this.")).isEmpty();
        assertThat(complete("super.")).isEmpty();
        assertThat(complete("void m() { this.")).isEmpty();
        assertThat(complete("class K { int kk; void m() { this.")).contains("kk", "hashCode");
        assertThat(complete("new Object() { int kk; void m() { this.")).contains("hashCode");
    }

    @Test
    void theTypesBelowASealedOneStandBehindCase() {
        cells.value(
                """
                sealed interface Figure { record Point(int x) implements Figure { } }
                record Circle(double r) implements Figure { }
                record Holder(Figure held) { }
                class Listed extends ArrayList<Figure> { }
                Figure figure = new Circle(1);
                """);
        assertThat(complete("switch (figure) { case "))
                .containsExactlyInAnyOrder("Figure.Point", "Circle");
        assertThat(complete("switch (figure) { case Circle c -> 1; case C"))
                .containsExactly("Circle");
        assertThat(
                        complete(
                                "sealed interface S { } record A1() implements S { } "
                                        + "S s = new A1(); int n = switch (s) { case "))
                .containsExactly("A1");
        assertThat(complete("Object o = 1; switch (o) { case ")).contains("Circle", "Holder");
    }
}

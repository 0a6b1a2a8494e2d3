package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab and Shift+Tab say of labels, imports and objects that are being made. */
@Timeout(60)
class HalfWrittenCodeTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.run(
                """
                enum Colour { RED, GREEN, REDDISH }
                Colour colour = Colour.RED;
                class Thing {
                    Thing(int size) { this(size, new String("x")); }
                    Thing(int size, String name) throws RuntimeException { }
                    Thing other() { return new Thing(1); }
                }
                """);
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static List<String> complete(String code) {
        return cells.offered(code, code.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (colour) { case R",
                "var s = switch (colour) { case GREEN -> 1; case R",
                "Colour mine = colour;\nswitch (mine) {\n    case GREEN, R",
                "String f(Colour given) {\n    return switch (given) { case R",
                "enum Own { RED, BLUE, REDDISH } Own own = Own.RED; switch (own) { case R"
            })
    void behindCaseStandTheConstants(String code) {
        assertThat(complete(code)).containsExactly("RED", "REDDISH");
    }

    @Test
    void otherSwitchesAreCompletedAsBefore() {
        assertThat(complete("switch (colour) { case "))
                .contains("RED", "GREEN", "REDDISH")
                .doesNotContain("EnumDesc", "class");
        assertThat(complete("int few = 3;\nswitch (few) { case Inte")).contains("Integer");
        assertThat(complete("java.time.DayOfWeek day = null;\nswitch (day) { case MON"))
                .containsExactly("MONDAY");
    }

    @Test
    void aReferenceByATypeMayBeToWhatItsObjectsHave() {
        assertThat(complete("java.util.stream.Stream.of(\"a\").map(String::le")).contains("length");
        assertThat(complete("java.util.stream.Stream.of(\"a\").map(String::val"))
                .contains("valueOf");
        assertThat(complete("new ")).noneMatch(each -> each.contains("$"));
    }

    @Test
    void behindColonsStandMethodsAndNew() {
        assertThat(complete("Function<String, Integer> f = String::"))
                .contains("length", "valueOf", "new")
                .doesNotContain("CASE_INSENSITIVE_ORDER", "class");
        assertThat(complete("Supplier<Thing> f = Thing::")).contains("other", "new");
        assertThat(complete("Supplier<Number> f = Number::")).contains("intValue");
        assertThat(complete("Supplier<Number> f = Number::n")).doesNotContain("new");
        assertThat(complete("class Here { int size; int m() { return 1; } } Here::"))
                .contains("new", "m")
                .doesNotContain("size");
        assertThat(complete("abstract class Here { } Here::n")).doesNotContain("new");
        assertThat(complete("class Here { class In { } } Here.In::n")).doesNotContain("new");
        assertThat(complete("Supplier<List<String>> f = ArrayList<String>::n")).contains("new");
        assertThat(complete("IntFunction<int[]> f = int[]::n")).contains("new");
        assertThat(complete("IntFunction<int[]> f = Integer[]::n")).contains("new");
        assertThat(complete("Supplier<Integer> f = \"x\"::le")).containsExactly("length");
        assertThat(complete("Supplier<Thing> f = new Thing(1)::ot")).containsExactly("other");
    }

    @Test
    void packagesOfAnImportAreOffered() {
        assertThat(complete("import java.ut")).containsExactly("util");
        assertThat(complete("import ja")).contains("java", "javax");
        assertThat(complete("int a = 1;\nimport java.util.fu")).containsExactly("function");
        assertThat(complete("import java.util.")).contains("function", "ArrayList");
        assertThat(complete("import java.util.Arra")).contains("ArrayList").doesNotContain("util");
    }

    @Test
    void behindAnAtStandAnnotations() {
        cells.run("@interface Overlay { }");
        assertThat(complete("@O")).containsExactly("Overlay", "Override");
        assertThat(complete("class A {\n    @")).contains("Override").doesNotContain("colour");
        assertThat(complete("@SuppressWarnings(col")).contains("colour");
    }

    @Test
    void whatCannotBeUsedYetIsKnown() {
        cells.run("class Later { int twice() { return 2 * nowhere; } Missing one; }");
        assertThat(cells.help().inspect("Later", 5, true).orElseThrow().text())
                .contains("return 2 * nowhere;");
    }

    @Test
    void whereAnObjectIsMadeItsConstructorsAreTold() {
        assertThat(cells.help().inspect("new Thing(", 10, false).orElseThrow().text())
                .isEqualTo("class Thing\n    Thing(int size)\n    Thing(int size, String name)");
        var random = "new java.util.Random(";
        assertThat(cells.help().inspect(random, random.length(), false).orElseThrow().text())
                .contains("Random(long seed)");
        assertThat(cells.help().inspect("java.util.Random", 16, false).orElseThrow().text())
                .startsWith("java.util.Random");
    }
}

package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab and Shift+Tab say of types and methods that cells declare, whoever may see them. */
@Timeout(60)
class OwnTypesHelpTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value(
                """
                record Range(int low, int high) {
                    Range { if (low > high) throw new IllegalArgumentException(); }
                    Range(String s) { this(0, s.length()); }
                    int len() { return high - low; }
                    static Range of(int high) { return new Range(0, high); }
                }
                record Full(double x) { Full(double x) { this.x = x; } Full() { this(1); } }
                record Held<T>(T held) { Held(T one, T other) { this(one); } }
                record Shut(int a) { private Shut() { this(1); } }
                """);
        cells.value("@interface Note { String value() default \"\"; int[] levels() default {}; }");
        cells.value(
                """
                class Noted {
                    Noted(@Note("x") int c) { }
                    Noted(@Note(levels = {1, 2}) final int[] a, String... more) throws Exception { }
                    Noted(String s) { }
                    class Inner { Inner(int x) { } }
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

    private static String inspect(String code) {
        return cells.help().inspect(code, code.length(), false).orElseThrow().text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Range(1, 2).",
                "Range.of(3).",
                "var z = new Range(1, 2); z.",
                "Range r = null; r.",
                "for (Range x : java.util.List.of(new Range(1, 2))) x.",
                "java.util.function.Function<Range, Integer> f = (Range r) -> r."
            })
    void aRecordWhoseConstructorIsNotPublicIsCompleted(String code) {
        assertThat(complete(code)).contains("low", "high", "len");
    }

    @Test
    void soAreItsStaticMethodsAndOtherRecordsOfThatKind() {
        assertThat(complete("Range.")).containsExactly("class", "of");
        assertThat(cells.help().complete("Range.", 6).candidates().get(1).signature())
                .isEqualTo("Range Range.of(int high)");
        assertThat(complete("new Shut(1).")).contains("a");
        assertThat(complete("new Held<>(\"x\").")).contains("held");
        assertThat(inspect("Range.of(")).isEqualTo("Range Range.of(int high)");
        assertThat(inspect("new Range(1, 2).len(")).isEqualTo("int Range.len()");
        assertThat(inspect("new Held<>(")).contains("(T one, T other)");
    }

    /** JShell would be handed what completion sees, in which it is public. */
    @Test
    void aCellWithATypeThatHasNoNameIsNoneForJShell() {
        cells.printed();
        cells.value(
                "public class K { }\nrecord R(int a) { R { } static R of(int a) { return new R(a); } }");
        cells.value(
                """
                var o = new Object() { int k = 1; };
                R r = R.of(2);
                System.out.println(r instanceof R ? r.a() + o.k : 0);
                System.out.println(new Exception().getStackTrace()[0].getClassName());""");
        assertThat(cells.printed()).startsWith("3").contains("$Cell");
    }

    @Test
    void theKernelGoesOnRunningIt() {
        assertThat(complete("Range.")).isNotEmpty();
        assertThat(cells.value("Range.of(3).len() + new Range(\"ab\").len()")).isEqualTo("5");
        assertThat(cells.failure("new Range(2, 1)")).startsWith("IllegalArgumentException");
    }

    @Test
    void constructorsAreToldWhateverStandsBeforeTheirParameters() {
        assertThat(inspect("new Noted("))
                .isEqualTo(
                        "class Noted\n    Noted(int c)\n    Noted(int[] a, String... more)\n    Noted(String s)");
    }

    @Test
    void thoseOfARecordAreToldBesideItsHead() {
        assertThat(inspect("new Range("))
                .isEqualTo("record Range(int low, int high)\n    Range(String s)");
        assertThat(inspect("new Full(")).isEqualTo("record Full(double x)\n    Full()");
    }

    @Test
    void whatAConstructorBeginsWithIsOneItself() {
        assertThat(inspect("class Own extends Noted { Own() { super("))
                .startsWith("class Noted\n    Noted(int c)");
        assertThat(inspect("class Job extends Thread { Job() { super("))
                .contains("Thread(ThreadGroup group, String name)");
        assertThat(inspect("class A { A(int a) { } } class B extends A { B() { super("))
                .startsWith("A(int a)");
        assertThat(
                        inspect(
                                "class G<T> { G(T one) { } } class H<T extends Number> extends G<T> { H() { super("))
                .startsWith("G<T>(T one)");
        assertThat(inspect("class Two { Two(int a) { } Two() { this("))
                .isEqualTo("class Two\n    Two(int a)\n    Two()");
        var whole = "class Two { Two(int a) { } Two() { this() } }";
        assertThat(
                        cells.help()
                                .inspect(whole, whole.indexOf("this(") + 5, false)
                                .orElseThrow()
                                .text())
                .isEqualTo("class Two\n    Two(int a)\n    Two()");
    }

    @Test
    void aConstantShowsItsComment() {
        cells.value(
                "/** Sizes. */ enum Size { /** The small one. */ SMALL, LARGE; /** Told. */ int cm; /** In it. */ enum In { A } }");
        assertThat(inspect("Size.SMALL")).isEqualTo("Size.SMALL\n\nThe small one.");
        assertThat(inspect("Size.LARGE")).isEqualTo("Size.LARGE");
        assertThat(inspect("Size.In")).isEqualTo("Size.In\n\nIn it.");
    }

    @Test
    void aMethodOfTheSameCellShowsItsParameters() {
        var method = "/** Adds. */\nint add(int a, String b) { return 1; }\n";
        assertThat(inspect(method + "add(")).isEqualTo("int add(int a, String b)\n\nAdds.");
        assertThat(inspect(method + "add")).startsWith("int add(int a, String b)");
        assertThat(inspect(method + "int add = 3;\nadd")).startsWith("add:int");
    }
}

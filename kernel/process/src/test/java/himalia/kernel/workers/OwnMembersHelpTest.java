package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab and Shift+Tab know of members that a class names alone, or by its type. */
@Timeout(60)
class OwnMembersHelpTest {
    private static final boolean LATER = Runtime.version().feature() > 17;

    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.run(
                """
                class Acc {
                    static int total;
                    protected int base;
                    private int hidden;
                    /** Adds. */
                    void deposit(int amount) { }
                    static Acc of(int a) { return null; }
                    class Txn { }
                }
                interface Walker {
                    int PACE = 3;
                    default int stride() { return 1; }
                    static int strict() { return 1; }
                }
                record Emp(String name) { record Key(String k) { } static int count; }
                """);
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static List<String> complete(String code) {
        int cursor = code.indexOf('|') < 0 ? code.length() : code.indexOf('|');
        return cells.offered(code.replace("|", ""), cursor);
    }

    private static String inspect(String code) {
        return cells.help().inspect(code, code.length(), false).orElseThrow().text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    class F extends java.util.ArrayList<String> { void m() { addA       # addAll
                    class F extends java.util.ArrayList<String> { void m() { removeR    # removeRange
                    class F extends Thread { static void m() { onSpinW                  # onSpinWait
                    class F implements java.util.Iterator<String> { void m() { forE     # forEachRemaining
                    class Foo extends Acc { void m() { dep                              # deposit
                    class Foo extends Acc { void m() { int v = ba                       # base
                    class Foo extends Acc { int v = ba                                  # base
                    class Foo extends Acc { void m() { if (f(1, () -> { dep             # deposit
                    class Foo extends Acc { static void m() { tot                       # total
                    class Foo<T extends Number> extends Acc implements Walker { void m() { str # stride
                    class Foo implements Walker { void m() { int i = PA                 # PACE
                    new Acc() { void z() { dep                                          # deposit
                    go(new Object(), new Acc() { void z() { dep                         # deposit
                    class Top { void climb() { } } class Low extends Top { void m() { cli # climb
                    class Foo { void m() { m2| } void m2x() { } } void m2y() { }        # m2x m2y
                    class Foo { void m() { if (true) { m2|; } } int m2x; }              # m2x
                    <T extends Acc> void gm(T t) { t.de                                 # deposit
                    class Foo extends Acc { void m(List<String> l) { l.forEach(x -> dep # deposit
                    class Foo extends Acc { boolean m(int a) { return a > dep           # deposit
                    class Foo { int v = m2| ; void m2x() { } }                          # m2x
                    class Foo { static int v = m2| ; void m2x() { } static int m2y; }   # m2y
                    class Foo { static int m() { return m2| ; } void m2x() { } static int m2y; } # m2y
                    class Foo { int xpos; static int m(int xpos) { return xp            # xpos
                    class Foo { int xpos; class In { int m() { return xp                # xpos
                    class Foo { int xpos; static class In { int xpos; int m() { return xp # xpos
                    class Foo { int xpos; int m() { Runnable r = () -> { xp             # xpos
                    class Foo { static int m() { new Object() { int xpos; int m() { return xp # xpos
                    enum P { EARTH(1), MARS { }; P m() { return MA| } }                 # MARS
                    enum P { EARTH, MARS; static P m() { return EA| } }                 # EARTH
                    enum P { EARTH, MARS; int m() { return ordi| } }                    # ordinal
                    Object o = 1; switch (o) { case Integer number when numb            # number
                    class Out { class Inn { } } new Out().new I                         # Inn
                    class Foo extends Acc { class In { void m() { dep                   # deposit
                    class Foo extends Acc { void m() { new Runnable() { public void run() { dep # deposit
                    class Foo extends Acc { class In { Object m() { return new Object() { int k() { return ba # base
                    class Foo extends Acc { static class In { void m() { tot            # total
                    class Foo extends Acc { record In(int a) { void m() { tot           # total
                    class Foo extends Acc { void m() { Object o = new Txn               # Txn
                    class Foo { class In { void m() { m2| } } void m2x() { } }          # m2x
                    enum P { EARTH { void m() { Object o = MA| } }, MARS }              # MARS
                    void f() { m2| }\\nint m2x() { return 1; }                          # m2x
                    void f() { m2| }\\nint m2x = 3;                                     # m2x
                    m2|\\nint m2x() { return 1; }                                       # m2x
                    """)
    void whatIsThereByItsNameAloneIsOffered(String code, String name) {
        assertThat(complete(code.strip().replace("\\n", "\n"))).containsExactly(name.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Foo extends Acc { static void m() { dep",
                "class Foo extends Acc { void m() { int hid",
                "class Foo extends Acc { void m() { hidd",
                "class F extends Thread { static void m() { inter",
                "class F extends java.util.ArrayList<String> { void m() { elementDat",
                "class F implements java.util.List<String> { void m() { copyO",
                "class Foo extends Acc { dep",
                "class Foo extends Acc { void m() { int dep",
                "class Foo extends Acc { } class Bar { void m() { dep",
                "class Foo implements Walker { void m() { stric",
                "class Foo extends Acc { static class In { void m() { dep",
                "class Foo extends Acc { record In(int a) { void m() { dep",
                "class Foo extends Acc { void m() { record In(int a) { void m() { dep",
                "class Foo extends Acc { static void m() { new Object() { int k() { dep",
                "class Foo extends Acc { void m() { Object o = new dep"
            })
    void whatIsNotThereIsNot(String code) {
        assertThat(complete(code))
                .doesNotContain("deposit", "hidden", "strict", "interrupt", "elementData", "copyOf")
                .doesNotContain("");
    }

    /** What objects have is not known where there is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Foo { int xpos; static int m() { return xp| } }",
                "class Foo { int a, xpos = 2; void xpget() { } static int m() { return xp| } }",
                "class Foo { Map<String, Integer> xpos; static { xp| } }",
                "class Foo { int xpos; static int v = xp",
                "class Foo { int xpos; static class In { int m() { return xp| } } }",
                "class Foo { int xpos; enum In { A; int m() { return xp| } } }",
                "class Foo { static int m() { return xp| } int xpos; }",
                "record Foo(int xpos) { static int m() { return xp| } }",
                "interface Foo { int xpos(); static int m() { return xp| } }",
                "class Foo { int xpos; static int m() { return this.| } }",
                "class Foo extends Acc { static int m() { return super.| } }"
            })
    void whatBelongsToObjectsIsNotOfferedWhereNoneIs(String code) {
        assertThat(complete(code)).isEmpty();
    }

    @Test
    void anObjectIsWhereAMethodOfItsIs() {
        assertThat(complete("class Foo { int xpos; int m() { return this.xp| } }"))
                .containsExactly("xpos");
        assertThat(
                        complete(
                                "class Foo { static void m() { new Acc() { int xpos; void n() { this.| } }; } }"))
                .contains("deposit", "xpos");
        assertThat(complete("new Runnab"))
                .contains("Runnable")
                .doesNotContain("java.lang.Runnable");
        assertThat(
                        complete(
                                "class Foo implements Map<String, String> { void m() { Object o = Entr"))
                .contains("Entry");
        assertThat(complete("class Foo { void m() { new Lowe| } }\nclass Lowest { }"))
                .contains("Lowest");
        assertThat(complete("new RuntimeExc")).containsOnlyOnce("RuntimeException");
    }

    @Test
    void whatObjectKeepsToItselfIsOfferedInClassesAlone() {
        assertThat(complete("new Acc().")).contains("deposit").doesNotContain("clone", "finalize");
        assertThat(complete("new Acc().cl")).isEmpty();
        assertThat(complete("new ArrayList<String>().clo")).containsExactly("clone");
        // JShell of JDK 17 offers neither.
        assertThat(complete("int[] a = {}; a.clo")).hasSize(LATER ? 1 : 0);
        assertThat(complete("class Foo { Object m(Foo o) { return o.clo")).hasSize(LATER ? 1 : 0);
    }

    @Test
    void whereANameIsDeclaredNoneThatStandsBelowIsOffered() {
        assertThat(complete("int m2| \nint m2x() { return 1; }")).isEmpty();
    }

    @Test
    void ofATypeThatIsMadeThoseInItAreOffered() {
        assertThat(complete("new Emp.")).containsExactly("Key");
        assertThat(complete("new Emp.S")).isEmpty();
        assertThat(complete("new Map.")).containsExactly("Entry");
        assertThat(complete("interface In { interface On { } enum Un { A } } new In."))
                .contains("On");
        assertThat(complete("new java.util.HashMap.")).doesNotContain("Object");
        assertThat(complete("new java.util.Arr")).contains("ArrayList");
        assertThat(complete("record Here(String s) { record Kept() { } } var k = new Here."))
                .containsExactly("Kept");
    }

    @Test
    void aClassWithoutANameIsNoName() {
        assertThat(complete("new Object() {{ ")).isNotEmpty().doesNotContain("");
    }

    @Test
    void aMethodOfObjectsIsKnownByTheirType() {
        assertThat(inspect("String.substring")).contains("String.substring(int beginIndex)");
        assertThat(inspect("String.substring(")).contains("String.substring(int beginIndex)");
        assertThat(inspect("words.map(String::length")).startsWith("int String.length()");
        assertThat(inspect("Acc.deposit")).isEqualTo("void Acc.deposit(int amount)\n\nAdds.");
        assertThat(cells.help().inspect("Acc.nothing", 11, false)).isEmpty();
    }

    @Test
    void aReferenceThatIsGivenToAMethodIsToldAndNotTheMethod() {
        assertThat(inspect("Stream.of(-1).map(Math::abs")).contains("int Math.abs(int a)");
        assertThat(inspect("Stream.of(\"a\").map(String::toUpperCase"))
                .contains("String String.toUpperCase()");
        assertThat(inspect("List.of(1).forEach(new Acc()::deposit"))
                .isEqualTo("void Acc.deposit(int amount)\n\nAdds.");
        assertThat(inspect("Acc acc = new Acc(); List.of(1).forEach(acc::deposit"))
                .isEqualTo("void Acc.deposit(int amount)\n\nAdds.");
        assertThat(inspect("Stream.of(\"a\").map(StringBuilder::new"))
                .contains("StringBuilder(String str)");
        assertThat(cells.help().inspect("Runnable r = Acc::nothing", 25, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Foo extends Acc { void m() { deposit",
                "class Foo extends Acc { void m() { deposit(",
                "class Foo extends Acc { void m() { f(deposit(",
                "class Foo extends Acc { class In { void m() { deposit(",
                "class Foo extends Acc { void m() { new Object() { void k() { deposit(",
                "class Foo extends Acc { void m() { l.forEach(x -> deposit("
            })
    void whatIsInheritedIsKnownByItsNameAlone(String code) {
        assertThat(inspect(code)).isEqualTo("void Acc.deposit(int amount)\n\nAdds.");
    }

    @Test
    void soIsWhatTypesOfTheJdkHave() {
        assertThat(inspect("class Foo extends ArrayList<String> { void m() { ensureCapacity("))
                .contains("ensureCapacity(int minCapacity)");
        assertThat(inspect("class Foo extends Acc { static void m() { of("))
                .contains("Acc Acc.of(int a)");
        assertThat(cells.help().inspect("class Foo extends Acc { void m() { nothing(", 43, false))
                .isEmpty();
    }
}

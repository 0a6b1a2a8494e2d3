package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of words, values and types that are written a little wrongly where something is declared. */
@Timeout(60)
class SlipsInDeclarationsTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value("record P(int x, int y) { }\nObject op = new P(1, 2);\nString x = \"now\";");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    clas Car { }                   | class
                    public clss Car { int n; }     | class
                    clas Car extends Object { }    | class
                    interfce I { }                 | interface
                    enm Day { A }                  | enum
                    Import java.util.List;         | import
                    imprt java.util.*;             | import
                    non sealed class Q { }         | non-sealed
                    """)
    void theWordThatIsMeantIsNamed(String code, String word) {
        assertThat(cells.failure(code)).contains("\n    Hint: Did you mean " + word + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    boolaen b = true;              | boolean
                    doubl d = 3;                   | double
                    flaot f = 3;                   | float
                    itn i = 3;                     | int
                    sytem.out.println("a")         | System
                    sytem.exit(0)                  | System
                    """)
    void soIsThatOfAVariable(String code, String word) {
        assertThat(cells.failure(code)).contains("\n    Hint: Did you mean " + word + "?");
    }

    @Test
    void aMethodOrRecordThatWaitsForAMisspeltWordIsToldIt() {
        cells.printed();
        cells.value("viod hello() { }\nrecrod Pt(int x) { }");
        assertThat(cells.printed()).contains("Did you mean void?", "Did you mean record?");
        assertThat(cells.failure("hello()")).contains("Did you mean void?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function go() { }",
                "class Goes { function go() { } }",
                "def go() { return 3; }",
                "fun go() { }"
            })
    void aMethodIsDeclaredByItsType(String code) {
        cells.printed();
        cells.value(code);
        assertThat(cells.printed())
                .contains("write the type that the method returns in its place, void")
                .doesNotContain("Did you mean");
    }

    /** A short word, or one that is a letter longer, may be a name of the user's own. */
    @ParameterizedTest
    @ValueSource(strings = {"pint p = null;", "chart c = null;", "note n = null;"})
    void anotherWordIsNone(String code) {
        assertThat(cells.failure(code)).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int[] b = {1 2 3};",
                "int[] b = {1, 2 3};",
                "String[] b = {\"a\" \"b\"};",
                "int[][] b = {{1, 2} {3, 4}};",
                "var b = new int[]{1 2};"
            })
    void valuesOfAnArrayHaveCommasBetweenThem(String code) {
        assertThat(cells.failure(code))
                .contains("Hint: Two values stand side by side: write a comma between them");
    }

    @Test
    void anArrayThatIsNotClosedIsToBeClosed() {
        assertThat(cells.failure("int[] b = {1, 2;")).doesNotContain("side by side");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Car { String name; Car(name) { this.name = name; } }",
                "class Car { String name; public Car(int n, name) { this.name = name; } }",
                "class Car { String name; Car(name, int n) { this.name = name; } }"
            })
    void aParameterOfAConstructorHasAType(String code) {
        assertThat(cells.failure(code))
                .contains("'name' has no type")
                .contains("Hint: Write it before the name: int name.");
    }

    @Test
    void aVarThatIsMadeOfItselfNeedsAnotherName() {
        assertThat(cells.failure("var x = x.length();"))
                .contains("give the new one another name")
                .doesNotContain("instead of var");
    }

    /** JDK 17 has no patterns of records. */
    @Test
    void thePartsOfARecordAreNamedByItsTypes() {
        assertThat(cells.failure("switch (op) { case P(String a, int b) -> b; default -> 0; }"))
                .doesNotContain("than what the switch asks", "String.valueOf");
        var told = cells.failure("if (op instanceof P(String a, int b)) { }");
        assertThat(told).doesNotContain("String.valueOf");
        if (Runtime.version().feature() > 20) {
            assertThat(told).contains("stand the types of its components, or var.");
        }
    }

    @Test
    void aWordOfACellThatCouldNotBeReadIsNoDeclaration() {
        cells.failure("Function<Integer, Integer> f17 = x17 => x17;");
        assertThat(cells.failure("x17 = 5")).contains("A new variable is declared with its type");
        assertThat(cells.failure("f17")).contains("declares f17, and failed");
        cells.failure("for String y17 : List.of(\"a\") { }");
        assertThat(cells.failure("y17")).doesNotContain("and failed");
        cells.failure("class Cl17:\n    int z17");
        assertThat(cells.failure("z17")).doesNotContain("and failed");
        cells.failure("int a17 = 1, b17 = 2;\nList<String> c17 = 5;");
        assertThat(cells.failure("b17")).contains("declares b17, and failed");
        assertThat(cells.failure("c17")).contains("declares c17, and failed");
        assertThat(cells.failure("new c17(3)")).doesNotContain("and failed");
    }
}

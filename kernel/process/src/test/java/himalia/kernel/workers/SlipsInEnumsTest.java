package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of constants that are parted or ended wrongly, and of cases that name none. */
@Timeout(60)
class SlipsInEnumsTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value("enum Suit { HEARTS, SPADES }\nSuit suit = Suit.HEARTS;\nint few = 3;");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum Day { MON TUE }",
                "enum Day { MON(1) TUE(2); final int n; Day(int n) { this.n = n; } }",
                "enum Day { MON, TUE WED }",
                "enum Day {\n    MON { int n() { return 1; } }\n    TUE;\n    int n() { return 0; }\n}",
                "enum Farbe { ROT, GRÜN BLAU }",
                "enum Farbe { ÖL BLAU }",
                "enum Color { red green; }",
                "enum Color { red green(1); }",
                "enum Day { @Deprecated MON(\"a, b\") TUE(\"c\"); Day(String s) { } }"
            })
    void twoConstantsHaveACommaBetweenThem(String code) {
        assertThat(cells.failure(code))
                .contains("a comma stands between two constants")
                .contains("Hint: Write enum Color { RED, GREEN }.")
                .doesNotContain("semicolon", ".class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    enum Two { A(1), B(2), int n; Two(int n) { this.n = n; } } | in place of the comma
                    enum Two { A, B, String name; }                      | in place of the comma
                    enum Two { A(1), B(2), Two(int n) { } }              | in place of the comma
                    enum Two { A(1), B(2) private final int n; Two(int n) { this.n = n; } } | behind the last one
                    enum Two { A, B void f() { } }                       | behind the last one
                    enum Two { A, B List<String> all; }                  | behind the last one
                    enum Two { A, B java.util.List<String> all; }        | behind the last one
                    enum Two { A, B, java.util.List<String> all; }       | in place of the comma
                    """)
    void aSemicolonEndsThemAll(String code, String where) {
        assertThat(cells.failure(code))
                .contains("a semicolon ends the constants of an enum")
                .contains("Hint: Write ; " + where + ": enum Color { RED, GREEN; … }.");
    }

    @Test
    void whatIsWrongBehindThemIsToldAsElsewhere() {
        assertThat(cells.failure("enum Two { A, B; int n }"))
                .contains("Hint: A statement ends with a semicolon: write ; here.");
        assertThat(cells.value("enum Fine { A { }, B(), ; int n; }\nFine.A")).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (suit) { case HEARTS -> 1; case DIAMONDS -> 2; default -> 0; }",
                "switch (suit) { case DIAMONDS -> 2; default -> 0; }",
                "switch (Suit.valueOf(\"SPADES\")) { case SPADES -> 1; case DIAMONDS -> 2; default -> 0; }"
            })
    void aCaseThatNamesNoConstantIsToldWhichThereAre(String code) {
        assertThat(cells.failure(code))
                .contains("Hint: Suit has no DIAMONDS; it has HEARTS, SPADES.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum E { int n; E(int n) { } }",
                "enum Coin { int x; PENNY }",
                "enum Coin { String name; PENNY }",
                "enum Coin { private final java.util.List<String> all; PENNY }"
            })
    void theyStandFirst(String code) {
        assertThat(cells.failure(code))
                .contains("the constants of an enum stand before all else that it has")
                .contains("Hint: Write them first, and ; behind the last one");
    }

    @Test
    void theirValuesStandInParentheses() {
        assertThat(cells.failure("enum Coin { PENNY = 1, DIME = 10 }"))
                .contains("a constant of an enum is given its values in parentheses")
                .contains("enum Coin { PENNY(1); final int value;");
        assertThat(
                        cells.value(
                                "enum Coin { PENNY(1); final int value; Coin(int value) { this.value = value; } }\nCoin.PENNY.value"))
                .isEqualTo("1");
    }

    @Test
    void anythingBehindConstantsOfOtherAlphabetsIsToldAsElsewhere() {
        assertThat(cells.failure("enum Farbe { ROT, GRÜN, BLAU; int x }"))
                .contains("Hint: A statement ends with a semicolon: write ; here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    enum Op { PLUS((a, b) -> a + b), MINUS((a, b) -> a - b); Op(java.util.function.IntBinaryOperator f) { } } | PLUS, MINUS
                    enum Op { ADD { int f() { return 1; } }, SUB { int f() { return 2; } }; abstract int f(); } | ADD, SUB
                    enum Op { A(Math.abs(1)), @Deprecated B, C { } ; Op(int... n) { } } | A, B, C
                    """)
    void allThatThereAreAreTold(String code, String all) {
        cells.run(code);
        assertThat(cells.failure("Op op = null;\nswitch (op) { case TIMES -> 1; default -> 0; }"))
                .contains("Hint: Op has no TIMES; it has " + all + ".");
    }

    @Test
    void aConstantThatIsAskedIsOfItsEnum() {
        assertThat(cells.failure("switch (Suit.HEARTS) { case DIAMONDS -> 1; default -> 0; }"))
                .contains("Hint: Suit has no DIAMONDS; it has HEARTS, SPADES.");
    }

    @Test
    void methodsThatAreMissingAreWrittenInTheEnumOrItsConstants() {
        assertThat(cells.failure("enum Go implements Runnable { PLUS, MINUS }"))
                .contains("once in the enum, or in braces behind each constant.");
        assertThat(
                        cells.failure(
                                "enum Go implements Runnable { PLUS { public void run() { } }, MINUS }"))
                .contains("Each constant needs the methods that Go lacks");
    }

    @Test
    void soIsOneInAMethodAndNoneOfANumber() {
        // Until JDK 20 the compiler refuses it at once; later it may be a constant to come.
        var outcome = cells.run("void go(Suit s) { switch (s) { case DIAMONDS: break; } }");
        assertThat(cells.printed() + outcome)
                .contains("Suit has no DIAMONDS; it has HEARTS, SPADES.");
        assertThat(cells.failure("switch (few) { case DIAMONDS -> 2; default -> 0; }"))
                .doesNotContain("Suit has no");
    }
}

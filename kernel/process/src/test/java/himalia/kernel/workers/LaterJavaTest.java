package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java out of a book for a later JDK than the one that the kernel runs on. */
@Timeout(60)
class LaterJavaTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.run("record Pair(int a, int b) { } Object o = new Pair(1, 2);");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    o instanceof Pair(int a, int b)                              | 21 | patterns that take a record apart are of JDK 21
                    if (o instanceof Pair(var a, var b)) { System.out.println(a); } | 21 | patterns that take a record apart
                    int n = switch (o) { case Pair(int a, int b) -> a; default -> 0; }; | 21 | patterns that take a record apart
                    int n = switch (o) { case Pair p -> 1; case String s when s.isEmpty() -> 2; default -> 0; }; | 21 | types behind case are of JDK 21
                    int n = switch (o) { case null -> 1; default -> 0; };        | 21 | case null is of JDK 21
                    for (var _ : List.of(1)) { }                                 | 22 | Hint: Variables without a name are of JDK 22
                    try { o = null; } catch (Exception _) { }                    | 22 | Hint: Variables without a name are of JDK 22
                    Function<Integer, Integer> one = _ -> 1;                     | 22 | Hint: Variables without a name are of JDK 22
                    import module java.base;                                     | 25 | imports of modules are of JDK 25
                    IO.println("x")                                              | 25 | Hint: IO is of JDK 25 and later.
                    SequencedCollection<Integer> ordered = List.of(1);           | 21 | Hint: SequencedCollection is of JDK 21 and later.
                    Stream.of(1, 2, 3).gather(Gatherers.windowSliding(2)).toList() | 24 | Hint: Gatherers is of JDK 24 and later.
                    ScopedValue<String> scoped = null;                           | 25 | Hint: ScopedValue is of JDK 25 and later.
                    Math.clamp(5, 1, 3)                                          | 21 | Hint: Math.clamp is of JDK 21 and later.
                    List.of(1).getFirst()                                        | 21 | Hint: List.getFirst is of JDK 21 and later.
                    Thread.ofVirtual().start(() -> { });                         | 21 | Hint: Thread.ofVirtual is of JDK 21 and later.
                    """)
    void itIsSaidWhichJdkHasItAndHowAKernelOfThatIsMade(String code, int since, String words) {
        if (Runtime.version().feature() >= since) {
            assertThat(cells.run(code)).isInstanceOf(Outcome.Finished.class);
        } else {
            assertThat(cells.failure(code))
                    .contains(
                            words,
                            "This kernel runs on JDK %d; himalia install, with JAVA_HOME set to a JDK of %d or later,"
                                    .formatted(Runtime.version().feature(), since));
        }
    }

    @Test
    void aPrimitiveValueIsNotAskedWhatItIs() {
        var failure = cells.failure("int x = 5; boolean is = x instanceof Integer;");
        if (Runtime.version().feature() < 23) {
            assertThat(failure)
                    .contains("Hint: instanceof asks what an object is")
                    .doesNotContain("In < >");
        } else {
            assertThat(failure).contains("primitive patterns");
        }
    }

    @Test
    void whatNoJdkHasIsAnsweredAsEver() {
        assertThat(cells.failure("_")).contains("_ alone is no name in Java");
        assertThat(cells.failure("int k = switch (o) { case Pair p - > 1; default -> 0; };"))
                .contains("Error in cell");
        assertThat(cells.failure("List.of(1).getFirts()")).doesNotContain("of JDK 25");
    }
}

package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodHeadTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    int m(int a) { return a; }                  | int m(final int b) { return b + 1; }
                    int m() { return 1; }                       | final int m() { return 2; }
                    void m(int[] a, Map<String, int[]> b) { }   | void m(int a[], Map<String, int[]> other) { }
                    <T extends List<T>> T m(T a, T... more) { return a; } | <T extends List<T>> T m(T b, T... all) { return b; }
                    void m(java.util.List<? super Integer> a) throws IOException { } | void m(java.util.List<? super Integer> b) throws IOException { }
                    """)
    void namesOfParametersAreItsOwnAffair(String one, String other) {
        assertThat(MethodHead.seen(one)).isEqualTo(MethodHead.seen(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    int m(int a) { return a; }      | long m(int a) { return a; }
                    int m(int a) { return a; }      | private int m(int a) { return a; }
                    void m(int... a) { }            | void m(int[] a) { }
                    void m(List<String> a) { }      | void m(List<Integer> a) { }
                    void m(int a) { }               | void m(int a) throws IOException { }
                    <T> T m(T a) { return a; }      | <T extends List<?>> T m(T a) { return a; }
                    """)
    void whatCallersSeeIsNot(String one, String other) {
        assertThat(MethodHead.seen(one)).isNotEqualTo(MethodHead.seen(other));
    }
}

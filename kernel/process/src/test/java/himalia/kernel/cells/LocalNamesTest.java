package himalia.kernel.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    for (int i = 0; i < 3; i++) { co                     | i
                    for (int i = 0; i < 3; i++) { f(i); } co             |
                    for (var each : list) ea                             | each
                    for (var each : list) f(each); ea                    |
                    int a = 1, b = f(x, y), c; a                         | c b a
                    int twice(int n, String... rest) { int k = 2; re     | k rest n twice
                    int twice(int n) { int k = 2; return n; } re         | twice
                    list.forEach(element -> System.out.println(el        | element
                    list.forEach(element -> f(element)); el              |
                    list.sort((one, other) -> one.compareTo(ot           | other one
                    list.map((String one) -> { var x = 1; on             | x one
                    Function<Integer, Integer> f = n -> n + n            | n f
                    Function<Integer, Integer> f = n -> n + 1; n         | f
                    class A { int field = 1; void m() { String inner; fi | inner m field A
                    record P(int x, List<String> names) { int sum() { ret| sum names x P
                    try (var in = open()) { in                           | in
                    try { f(); } catch (IOException e) { e               | e
                    if (o instanceof String s && s                       | s
                    if (o instanceof P(int x, var y)) { x                | y x
                    Map<String, List<int[]>> all = m(); al               | all
                    int[] xs = {1, 2}; String[][] ys; x                  | ys xs
                    return a; x                                          |
                    case A -> b                                          |
                    x = a < b; y                                         |
                    import java.util.List; L                             |
                    var o = new Object() { int v = 1; }; o               | o
                    switch (k) { case 1: int z = 1; z                    | z
                    for i in range(10): f(i); x                          |
                    for i in items: f(i); x                              |
                    int incomplete                                       |
                    """)
    void whatMeansSomethingAtTheEnd(String code, String names) {
        var found =
                LocalNames.atEndOf(code).stream()
                        .map(LocalNames.Name::text)
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(names == null ? "" : names);
    }

    @Test
    void methodsAndTypesAreToldApart() {
        assertThat(LocalNames.atEndOf("class A {} int f() { return 1; } A a = null; "))
                .extracting(LocalNames.Name::kind)
                .containsExactly(Entry.Kind.VARIABLE, Entry.Kind.METHOD, Entry.Kind.TYPE);
    }
}

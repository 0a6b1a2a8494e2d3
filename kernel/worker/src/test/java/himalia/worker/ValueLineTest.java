package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is one short line, whatever it is. */
class ValueLineTest {
    private static final class Broken {
        @Override
        public String toString() {
            throw new IllegalStateException("no\nwords");
        }
    }

    /** As a persistent collection is whose session has ended. */
    private static final class Detached extends AbstractList<String> {
        @Override
        public String get(int index) {
            throw new IllegalStateException("no session");
        }

        @Override
        public int size() {
            throw new IllegalStateException("no session");
        }
    }

    static Stream<Object> values() {
        var round = new ArrayList<Object>();
        round.add(round);
        var map = new LinkedHashMap<Object, Object>();
        map.put("a\nb", new int[] {1});
        map.put(null, null);
        return Stream.of(
                "two\nlines",
                "x".repeat(100_000),
                '\n',
                '\t',
                new String[] {"a\r\nb", null, "x".repeat(1_000)},
                IntStream.range(0, 100_000).boxed().toList(),
                Collections.nCopies(1_000, "long".repeat(200)),
                new int[10_000],
                round,
                map,
                new Broken(),
                List.of(new Broken()),
                new Detached(),
                Map.of(1, new Detached()),
                new StringBuilder("a\nb"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void itHasOneLineAndIsShort(Object value) {
        assertThat(ValueLine.of(value))
                .isNotEmpty()
                .hasSizeLessThan(700)
                .doesNotContain("\n", "\r");
    }

    @Test
    void textsAreQuotedAndTheRestIsAsItSaysItself() {
        assertThat(ValueLine.of(null)).isEqualTo("null");
        assertThat(ValueLine.of("a\tb")).isEqualTo("\"a\\tb\"");
        assertThat(ValueLine.of('c')).isEqualTo("'c'");
        assertThat(ValueLine.of(1.5)).isEqualTo("1.5");
        assertThat(ValueLine.of(Thread.State.NEW)).isEqualTo("NEW");
    }

    @Test
    void howManyThereAreIsSaidBeforeTheFirstOfThem() {
        assertThat(ValueLine.of(new int[] {1, 2, 3})).isEqualTo("int[3] {1, 2, 3}");
        assertThat(ValueLine.of(new ArrayList<>(Arrays.asList("a", null))))
                .isEqualTo("ArrayList (2) [a, null]");
        assertThat(ValueLine.of(new LinkedHashMap<>(Map.of("k", 1))))
                .isEqualTo("LinkedHashMap (1) [k=1]");
        var many = ValueLine.of(IntStream.range(0, 1000).boxed().toArray(Integer[]::new));
        assertThat(many).startsWith("Integer[1000] {0, 1, 2, ").endsWith(", …}");
    }

    @Test
    void whatFailsToSayItselfIsNamedAndSaysWhy() {
        assertThat(ValueLine.of(new Broken())).startsWith("Broken (").contains("no");
        assertThat(ValueLine.of(new Detached())).startsWith("Detached (").contains("no session");
    }

    @Test
    void noCharacterIsTornWhereATextIsCut() {
        var line = ValueLine.of("x" + "😀".repeat(1_000));
        assertThat(
                        new String(
                                line.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(line);
    }
}

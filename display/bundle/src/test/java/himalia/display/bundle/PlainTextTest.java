package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that have no look of their own, as a beginner meets them at the end of a cell. */
class PlainTextTest {
    private static String shown(Object value) {
        return Renderers.load().render(value).text();
    }

    @Test
    void aStreamIsToldAndNotReadAndItSaysHowToSeeIt() {
        var numbers = Stream.of(1, 2, 3);
        assertThat(shown(numbers))
                .isEqualTo(
                        "Stream: not shown, because a stream can be read only once; end it with .toList() to"
                                + " see what is in it");
        assertThat(numbers.toList()).containsExactly(1, 2, 3);
        var range = IntStream.range(0, 3).map(i -> 2 * i);
        assertThat(shown(range))
                .isEqualTo(
                        "IntStream: not shown, because a stream can be read only once; end it with .toArray()"
                                + " to see what is in it");
        assertThat(range.toArray()).containsExactly(0, 2, 4);
    }

    @Test
    void anIteratorIsToldAndNotRead() {
        var left = new ArrayList<>(List.of("a", "b")).iterator();
        assertThat(shown(left))
                .isEqualTo(
                        "Iterator: not shown, because an iterator can be read only once;"
                                + " .forEachRemaining(System.out::println) prints what is left");
        assertThat(left.next()).isEqualTo("a");
        assertThat(shown(IntStream.range(0, 3).iterator()))
                .isEqualTo(
                        "Iterator: not shown, because an iterator can be read only once; a loop over"
                                + " .hasNext() and .next() reads it");
        var talking =
                new Iterator<String>() {
                    @Override
                    public boolean hasNext() {
                        throw new AssertionError("read");
                    }

                    @Override
                    public String next() {
                        throw new AssertionError("read");
                    }

                    @Override
                    public String toString() {
                        return "line 3 of 7";
                    }
                };
        assertThat(shown(talking)).isEqualTo("line 3 of 7");
    }

    @Test
    void aLambdaSaysWhatItIsAndHowToCallIt() {
        Function<Integer, Integer> more = x -> x + 1;
        Runnable work = () -> {};
        Comparator<String> order = String::compareTo;
        Supplier<String> held = "a"::toString;
        assertThat(shown(more)).isEqualTo("a lambda of type Function; .apply(…) calls it");
        assertThat(shown(work)).isEqualTo("a lambda of type Runnable; .run() calls it");
        assertThat(shown(order)).isEqualTo("a lambda of type Comparator; .compare(…) calls it");
        Iterable<Integer> made = () -> List.of(1, 2).iterator();
        assertThat(shown(made))
                .isEqualTo(
                        "an Iterable: not shown, because its elements are made as they are asked for; a for"
                                + " loop goes through it");
        assertThat(shown(held)).isEqualTo("a lambda of type Supplier; .get() calls it");
    }

    @Test
    void anOptionalShowsWhatIsInIt() {
        assertThat(shown(Optional.of(3))).isEqualTo("Optional[3]");
        assertThat(shown(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(shown(OptionalInt.of(3))).isEqualTo("OptionalInt[3]");
        assertThat(shown(Optional.of(new int[] {1, 2}))).isEqualTo("Optional[[1, 2]]");
    }

    record Measured(String name, int[] values, List<double[]> more) {}

    record Angle(double degrees) {
        @Override
        public String toString() {
            return degrees + "°";
        }
    }

    @Test
    void arraysAreShownByTheirElementsWhereverTheyAre() {
        assertThat(shown(new int[0])).isEqualTo("[]");
        assertThat(shown(new int[][] {{1, 2}, {3}, {}})).isEqualTo("[[1, 2], [3], []]");
        assertThat(shown(new Measured("a", new int[] {1, 2}, List.of(new double[] {0.5}))))
                .isEqualTo("Measured[name=a, values=[1, 2], more=[[0.5]]]");
        assertThat(shown(List.of(new int[] {1}, new Angle(90)))).isEqualTo("[[1], 90.0°]");
        assertThat(shown(new TreeMap<>(Map.of("a", new int[] {1})))).isEqualTo("{a=[1]}");
        assertThat(shown(Map.entry("a", new int[] {1}))).isEqualTo("a=[1]");
    }

    record Loud(String name, int[] values) {
        @Override
        public String name() {
            return name.toUpperCase(Locale.ROOT);
        }

        @Override
        public int[] values() {
            throw new IllegalStateException("no values");
        }
    }

    record Holds(Object it) {}

    @Test
    void aRecordIsShownByWhatItHoldsAndNotByItsAccessors() {
        var loud = new Loud("ada", new int[] {1});
        var text = "Loud[name=ada, values=[1]]";
        assertThat(shown(loud)).isEqualTo(text);
        assertThat(shown(Optional.of(loud))).isEqualTo("Optional[" + text + "]");
        assertThat(shown(List.of(1, loud))).isEqualTo("[1, " + text + "]");
        assertThat(shown(Set.of(loud))).isEqualTo("[" + text + "]");
        assertThat(shown(new Holds(loud))).isEqualTo("Holds[it=" + text + "]");
    }

    @Test
    void whatTheUserWroteATextForIsShownByIt() {
        assertThat(shown(new Angle(90))).isEqualTo("90.0°");
    }

    static final class Stack extends ArrayList<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "top -> " + super.toString();
        }
    }

    static final class Graph extends HashMap<String, int[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return size() + " nodes";
        }
    }

    static final class Bare extends HashMap<String, int[]> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aCollectionWithATextOfItsOwnIsShownByItWhereverItIs() {
        var stack = new Stack();
        stack.add(1);
        assertThat(shown(stack)).isEqualTo("top -> [1]");
        assertThat(shown(new Graph())).isEqualTo("0 nodes");
        assertThat(shown(new Holds(stack))).isEqualTo("Holds[it=top -> [1]]");
        assertThat(shown(Optional.of(stack))).isEqualTo("Optional[top -> [1]]");
        assertThat(shown(new Object[] {new Graph(), stack})).isEqualTo("[0 nodes, top -> [1]]");
    }

    @Test
    void aCollectionThatHasItsTextOfJavaIsShownByItsElements() {
        var bare = new Bare();
        bare.put("a", new int[] {1});
        assertThat(shown(bare)).isEqualTo("{a=[1]}");
        assertThat(shown(new ArrayDeque<>(List.of(new int[] {1})))).isEqualTo("[[1]]");
        assertThat(shown(Collections.unmodifiableMap(bare))).isEqualTo("{a=[1]}");
    }

    @Test
    void emptyCollectionsAreShownAsSuch() {
        assertThat(shown(List.of())).isEqualTo("[]");
        assertThat(shown(Set.of())).isEqualTo("[]");
        assertThat(shown(Map.of())).isEqualTo("{}");
        assertThat(shown(Arrays.asList(null, "", "null"))).isEqualTo("[null, , null]");
    }

    @Test
    void ofMillionsOfElementsTheFirstHundredsAreShown() {
        assertThat(shown(new int[10_000_000]))
                .hasSizeLessThan(2_000)
                .startsWith("[0, 0, ")
                .endsWith(", … 10,000,000 in all]");
        assertThat(shown(Collections.nCopies(10_000_000, "a"))).endsWith("a, … 10,000,000 in all]");
        assertThat(shown(new int[1_000][1_000])).hasSizeLessThan(40_000).endsWith(" in all]");
    }

    @Test
    void whatHoldsItselfHasAnEnd() {
        var list = new ArrayList<Object>();
        list.add(list);
        list.add(1);
        assertThat(shown(list)).isEqualTo("[…, 1]");
        var array = new Object[1];
        array[0] = array;
        assertThat(shown(array)).isEqualTo("[…]");
    }
}

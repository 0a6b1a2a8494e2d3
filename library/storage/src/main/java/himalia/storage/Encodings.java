package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shorter ways to write a column down, of which the values come back: the three that Parquet's and Arrow's files are made of.
 *
 * <pre>{@code
 * Encodings.dictionary(List.of("b", "a", "b"))   // values [a, b], codes [1, 0, 1]
 * Encodings.runLength(5, 5, 5, 7, 7)             // values [5, 7], lengths [3, 2]
 * Encodings.delta(1000, 1003, 1003, 1010)        // first 1000, deltas [3, 0, 7]
 * }</pre>
 *
 * <p>{@link ColumnStore} takes for each column the one that is shortest.
 */
public final class Encodings {
    private Encodings() {}

    /**
     * Texts as numbers of a list in which each stands once.
     *
     * <pre>{@code
     * new Encodings.Dictionary(List.of("no", "yes"), new int[] {1, 0, 1}).decoded()   // [yes, no, yes]
     * }</pre>
     *
     * @param values each once, in order
     * @param codes the place in {@code values} of each text
     */
    public record Dictionary(List<String> values, int[] codes) {
        public Dictionary {
            values = List.copyOf(given(values, "values"));
            codes = given(codes, "codes").clone();
        }

        /** Returns the texts. */
        public List<String> decoded() {
            return Arrays.stream(codes).mapToObj(values::get).toList();
        }

        @Override
        public String toString() {
            return "values " + values + ", codes " + Arrays.toString(codes);
        }
    }

    /**
     * Numbers that stand behind each other several times, once each, and how often.
     *
     * <pre>{@code
     * new Encodings.RunLength(new long[] {5, 7}, new int[] {3, 1}).decoded()   // 5, 5, 5, 7
     * }</pre>
     *
     * @param values one of each run
     * @param lengths how many times each stands there
     */
    public record RunLength(long[] values, int[] lengths) {
        public RunLength {
            values = given(values, "values").clone();
            lengths = given(lengths, "lengths").clone();
        }

        /** Returns the numbers. */
        public long[] decoded() {
            var all = new long[Arrays.stream(lengths).sum()];
            int at = 0;
            for (int run = 0; run < values.length; run++) {
                Arrays.fill(all, at, at + lengths[run], values[run]);
                at += lengths[run];
            }
            return all;
        }

        @Override
        public String toString() {
            return "values " + Arrays.toString(values) + ", lengths " + Arrays.toString(lengths);
        }
    }

    /**
     * Numbers as how far each is from the one before it: small ones where a column grows slowly.
     *
     * <pre>{@code
     * new Encodings.Delta(1000, new long[] {3, 0}).decoded()   // 1000, 1003, 1003
     * }</pre>
     *
     * @param first the first number
     * @param deltas what is added to come to each of the others
     */
    public record Delta(long first, long[] deltas) {
        public Delta {
            deltas = given(deltas, "deltas").clone();
        }

        /** Returns the numbers. */
        public long[] decoded() {
            var all = new long[deltas.length + 1];
            all[0] = first;
            for (int i = 0; i < deltas.length; i++) {
                all[i + 1] = all[i] + deltas[i];
            }
            return all;
        }

        @Override
        public String toString() {
            return "first " + first + ", deltas " + Arrays.toString(deltas);
        }
    }

    /** Encodes texts by a dictionary in their order. */
    public static Dictionary dictionary(List<String> texts) {
        // A list of List.of answers no question about null.
        int none = new ArrayList<>(given(texts, "texts")).indexOf(null);
        if (none >= 0) {
            throw new IllegalArgumentException(
                    "text %d is missing, and a list has no place for it; take an empty text"
                            .formatted(none));
        }
        var values = texts.stream().distinct().sorted().toList();
        var places = new HashMap<String, Integer>();
        IntStream.range(0, values.size()).forEach(place -> places.put(values.get(place), place));
        return new Dictionary(values, texts.stream().mapToInt(places::get).toArray());
    }

    /** Encodes numbers by their runs. */
    public static RunLength runLength(long... numbers) {
        given(numbers, "numbers");
        var begins =
                IntStream.range(0, numbers.length)
                        .filter(i -> i == 0 || numbers[i] != numbers[i - 1])
                        .toArray();
        var values = Arrays.stream(begins).mapToLong(i -> numbers[i]).toArray();
        var lengths =
                IntStream.range(0, begins.length)
                        .map(
                                run ->
                                        (run + 1 < begins.length ? begins[run + 1] : numbers.length)
                                                - begins[run])
                        .toArray();
        return new RunLength(values, lengths);
    }

    /**
     * Encodes numbers by their differences; one that a long does not hold wraps around, there and back.
     *
     * @throws IllegalArgumentException if there is no first one
     */
    public static Delta delta(long... numbers) {
        if (given(numbers, "numbers").length == 0) {
            throw new IllegalArgumentException("there are no numbers, so that none is the first");
        }
        return new Delta(
                numbers[0],
                IntStream.range(1, numbers.length)
                        .mapToLong(i -> numbers[i] - numbers[i - 1])
                        .toArray());
    }
}

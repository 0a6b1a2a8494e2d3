package himalia.sampling;

import himalia.model.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The classes of some rows.
 *
 * @param names the classes, in order
 * @param codes the place of each row's class among the names
 * @param columns how many columns their table has
 */
record Classes(List<String> names, int[] codes, int columns) {
    static Classes of(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        return new Classes(labels.classes(), labels.codes(), table.columnCount());
    }

    int count(int code) {
        return (int) Arrays.stream(codes).filter(other -> other == code).count();
    }

    int[] counts() {
        var counts = new int[names.size()];
        for (var code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /** Returns the rows of one class, in order. */
    int[] rows(int code) {
        return IntStream.range(0, codes.length).filter(row -> codes[row] == code).toArray();
    }

    /** Returns the class with most rows; of equals, the first. */
    int majority() {
        var counts = counts();
        return IntStream.range(0, counts.length)
                .reduce((best, next) -> counts[next] > counts[best] ? next : best)
                .orElseThrow();
    }

    /** Returns the class with fewest rows; of equals, the first. */
    int minority() {
        var counts = counts();
        return IntStream.range(0, counts.length)
                .reduce((best, next) -> counts[next] < counts[best] ? next : best)
                .orElseThrow();
    }

    /** The counts in words: {@code 0: 269, 1: 31}. */
    @Override
    public String toString() {
        var counts = counts();
        var words = new ArrayList<String>();
        for (var code = 0; code < counts.length; code++) {
            words.add("%s: %,d".formatted(names.get(code), counts[code]));
        }
        return String.join(", ", words);
    }
}

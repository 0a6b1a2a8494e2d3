package himalia.storage;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;

/** A column of texts that are numbered part by part, each part of the rows by itself. */
final class TextParts {
    private final List<Part> parts = new ArrayList<>();
    private final int[] numbers;

    TextParts(int rows) {
        numbers = new int[rows];
    }

    /**
     * Some rows that follow each other.
     *
     * @param from the first of them
     * @param to behind the last of them
     * @param texts in the order of their numbers
     */
    private record Part(int from, int to, List<String> texts) {}

    /** The number of the text in each row, within its part, or {@link ColumnsOfArrays#NO_TEXT}. */
    int[] numbers() {
        return numbers;
    }

    /** Adds the texts of the next rows. */
    void add(int from, int to, List<String> texts) {
        parts.add(new Part(from, to, texts));
    }

    /** Returns all as one column. */
    Column<?> column(String name) {
        var all = new ArrayList<String>();
        var known = new Object2IntOpenHashMap<String>();
        known.defaultReturnValue(ColumnsOfArrays.NO_TEXT);
        for (var part : parts) {
            var told = part.texts().stream().mapToInt(text -> number(text, all, known)).toArray();
            for (int row = part.from(); row < part.to(); row++) {
                numbers[row] = numbers[row] < 0 ? numbers[row] : told[numbers[row]];
            }
        }
        return ColumnsOfArrays.texts(name, numbers, all);
    }

    private static int number(String text, List<String> all, Object2IntOpenHashMap<String> known) {
        int number = known.putIfAbsent(text, all.size());
        if (number == ColumnsOfArrays.NO_TEXT) {
            number = all.size();
            all.add(text);
        }
        return number;
    }
}

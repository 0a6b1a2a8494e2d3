package himalia.storage;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.strings.NullDictionaryMap;

/**
 * The columns of texts of a copied table, as they were when it was copied: what a query says of a row by its number is a text
 * here already.
 */
final class CopiedTexts {
    private final List<String> names;
    private final Map<String, Texts> texts = new HashMap<>();

    private CopiedTexts(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * The texts of one column.
     *
     * @param numbers of the text in each row, or {@link ColumnsOfArrays#NO_TEXT}
     */
    private record Texts(int[] numbers, List<String> texts) {
        static Texts of(StringColumn column) {
            var keys = Objects.requireNonNull(column.getDictionary());
            var known = new Int2IntOpenHashMap();
            known.defaultReturnValue(Integer.MIN_VALUE);
            var numbers = new int[column.size()];
            var texts = new ArrayList<String>();
            for (int row = 0; row < numbers.length; row++) {
                int key = keys.getKeyForIndex(row);
                int number = known.get(key);
                if (number == Integer.MIN_VALUE) {
                    // An empty text is Tablesaw's missing value.
                    var text = keys.getValueForKey(key);
                    number =
                            text == null || text.isEmpty() ? ColumnsOfArrays.NO_TEXT : texts.size();
                    if (number >= 0) {
                        texts.add(text);
                    }
                    known.put(key, number);
                }
                numbers[row] = number;
            }
            return new Texts(numbers, texts);
        }

        /** Returns the texts of rows, whose numbers may be missing. */
        StringColumn of(IntColumn rows, String name) {
            var places = new int[texts.size()];
            Arrays.fill(places, ColumnsOfArrays.NO_TEXT);
            var found = new ArrayList<String>();
            var taken = new int[rows.size()];
            for (int i = 0; i < taken.length; i++) {
                int row = rows.getInt(i);
                int number = row < 0 ? ColumnsOfArrays.NO_TEXT : numbers[row];
                taken[i] = number < 0 ? ColumnsOfArrays.NO_TEXT : places[number];
                if (number >= 0 && taken[i] < 0) {
                    taken[i] = found.size();
                    places[number] = found.size();
                    found.add(texts.get(number));
                }
            }
            return ColumnsOfArrays.texts(name, taken, found);
        }
    }

    static CopiedTexts of(Table table) {
        var copied = new CopiedTexts(table.columnNames());
        for (var column : table.columns()) {
            if (column instanceof StringColumn strings
                    && !(strings.getDictionary() instanceof NullDictionaryMap)) {
                copied.texts.put(column.name(), Texts.of(strings));
            }
        }
        return copied;
    }

    /** Returns the names of all columns, also of those that are no texts. */
    List<String> names() {
        return names;
    }

    /** Returns the column's own name, in whatever case it is asked for. */
    Optional<String> name(String asked) {
        return names.stream().filter(asked::equalsIgnoreCase).findFirst();
    }

    /** Returns whether a column, by its own name, is one of texts. */
    boolean has(String column) {
        return texts.containsKey(column);
    }

    /** Returns the texts that a column of texts has in such rows; where a row is missing, so is its text. */
    StringColumn of(String column, IntColumn rows, String name) {
        return Objects.requireNonNull(texts.get(column)).of(rows, name);
    }
}

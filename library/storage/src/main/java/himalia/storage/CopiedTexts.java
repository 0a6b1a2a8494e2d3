package himalia.storage;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param numbers of the text in each row, the first one is 1; 0 is none
     */
    private record Texts(int[] numbers, List<String> texts) {
        static Texts of(StringColumn column) {
            var keys = Objects.requireNonNull(column.getDictionary());
            var known = new Int2IntOpenHashMap();
            known.defaultReturnValue(-1);
            var numbers = new int[column.size()];
            var texts = new ArrayList<String>();
            for (int row = 0; row < numbers.length; row++) {
                int key = keys.getKeyForIndex(row);
                int number = known.get(key);
                if (number < 0) {
                    // An empty text is Tablesaw's missing value.
                    var text = keys.getValueForKey(key);
                    boolean isMissing = text == null || text.isEmpty();
                    if (!isMissing) {
                        texts.add(text);
                    }
                    number = isMissing ? 0 : texts.size();
                    known.put(key, number);
                }
                numbers[row] = number;
            }
            return new Texts(numbers, texts);
        }
    }

    /** {@code isInOrder} says whether the copy has the rows in the table's order; of others, no text is known by its row. */
    static CopiedTexts of(Table table, boolean isInOrder) {
        var copied = new CopiedTexts(table.columnNames());
        for (var column : table.columns()) {
            if (isInOrder
                    && column instanceof StringColumn strings
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
        return names.stream().filter(name -> FoldedName.areSame(name, asked)).findFirst();
    }

    /** Returns whether a column, by its own name, is one of texts. */
    boolean has(String column) {
        return texts.containsKey(column);
    }

    /** Begins a column of what a column of texts has in rows to come. */
    TakenTexts begin(String column) {
        var found = Objects.requireNonNull(texts.get(column));
        return new TakenTexts(found.numbers(), found.texts());
    }
}

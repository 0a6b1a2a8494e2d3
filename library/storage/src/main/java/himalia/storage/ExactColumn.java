package himalia.storage;

import java.util.function.Function;
import java.util.function.Supplier;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A column that grows, and becomes one of texts where a value comes that its type cannot hold to the last digit.
 *
 * @param <T> its values
 */
final class ExactColumn<T> {
    private final Column<T> typed;
    private final Function<T, String> text;
    private StringColumn texts = StringColumn.create("");
    private boolean isText;

    /** Begins an empty one; the function writes a value as a text, in one form for all. */
    ExactColumn(Column<T> typed, Function<T, String> text) {
        this.typed = typed;
        this.text = text;
    }

    Column<?> column() {
        return isText ? texts : typed;
    }

    /** Appends a value that a text of its own form says, where its type cuts it. */
    void append(T value, boolean isExact) {
        append(value, isExact, () -> text.apply(value));
    }

    /** Appends a value, which is exact or is what came nearest to the text. */
    void append(T value, boolean isExact, Supplier<String> written) {
        if (!isExact && !isText) {
            isText = true;
            texts = texts(typed, text);
        }
        if (isText) {
            texts.append(written.get());
        } else {
            typed.append(value);
        }
    }

    static <T> StringColumn texts(Column<T> column, Function<T, String> text) {
        var texts = StringColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                texts.appendMissing();
            } else {
                texts.append(text.apply(column.get(row)));
            }
        }
        return texts;
    }
}

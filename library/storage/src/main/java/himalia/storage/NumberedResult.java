package himalia.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.columns.Column;

/** A result in which numbers of rows stand for some texts, while it is read. */
final class NumberedResult {
    private final List<@Nullable NumberedTexts> columns;

    /** Which columns of texts are taken by the numbers of a column. */
    private final Map<Integer, List<Integer>> taken = new LinkedHashMap<>();

    private final Map<Integer, RowTexts> rows = new LinkedHashMap<>();

    /** {@code columns} are null where a column is what it is; of none, all are. */
    NumberedResult(List<@Nullable NumberedTexts> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            var each = columns.get(i);
            if (each != null) {
                taken.computeIfAbsent(each.rowsAt(), at -> new ArrayList<>()).add(i);
            }
        }
        taken.forEach((at, places) -> rows.put(at, new RowTexts(begun(places))));
    }

    private List<TakenTexts> begun(List<Integer> places) {
        return places.stream()
                .map(place -> Objects.requireNonNull(columns.get(place)))
                .map(each -> each.texts().begin(each.column()))
                .toList();
    }

    private @Nullable NumberedTexts texts(int place) {
        return columns.isEmpty() ? null : columns.get(place);
    }

    /** Refuses a result of other columns than were listed: {@code columns(…)} and {@code unnest(…)} may give several. */
    void checkCount(int count) throws SQLException {
        if (!columns.isEmpty() && columns.size() != count) {
            throw new SQLException(
                    "the result has %d columns in place of %d".formatted(count, columns.size()));
        }
    }

    /** Returns the name of a column, which the result calls so. */
    String name(int place, String said) {
        var texts = texts(place);
        return texts == null ? said : texts.name();
    }

    /** Returns whether a column is read: some are there only to have a place. */
    boolean isRead(int place) {
        return texts(place) == null || rows.containsKey(place);
    }

    /** Returns whether a column has numbers of rows. */
    boolean hasRows(int place) {
        return rows.containsKey(place);
    }

    /** Returns what takes a column, where that is not by its type. */
    @Nullable VectorCells cells(int place) {
        return rows.get(place);
    }

    /** Takes the numbers of rows where they were read as such. */
    void take(Column<?>[] read) {
        rows.forEach((at, texts) -> texts.take(((IntColumn) read[at]).asIntArray()));
    }

    /** Puts the texts where they belong. */
    void fill(@Nullable Column<?>[] read, List<String> names) {
        taken.forEach(
                (at, places) -> {
                    for (int i = 0; i < places.size(); i++) {
                        int place = places.get(i);
                        read[place] =
                                Objects.requireNonNull(rows.get(at)).texts(i, names.get(place));
                    }
                });
    }
}

package himalia.display.grid;

import java.util.List;

/** A small grid within something else: its columns have names and no types, and nobody asks how large it is. */
public interface NamedColumns extends GridSource {
    /** Returns the columns' names, in order. */
    List<String> columnNames();

    @Override
    default int columns() {
        return columnNames().size();
    }

    @Override
    default String columnName(int column) {
        return columnNames().get(column);
    }

    @Override
    default String typeName(int column) {
        return "";
    }

    @Override
    default boolean tellsSize() {
        return false;
    }
}

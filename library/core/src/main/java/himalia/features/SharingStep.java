package himalia.features;

import tech.tablesaw.api.Table;

/**
 * A step that leaves columns as they are. In a pipeline they are those of the table that came, since copies would cost twice the
 * memory; who applies it gets a table of its own, to which rows may be appended.
 */
interface SharingStep extends FittedStep {
    /** Does the rows of a table; columns in which nothing changes are its own. */
    Table sharing(Table table);

    @Override
    default Table apply(Table table) {
        return Columns.own(sharing(table), table);
    }
}

package himalia.storage;

import java.util.Optional;
import tech.tablesaw.columns.Column;

/** A column of an ARFF file as its header declares it, and what was read of it. */
interface ArffAttribute {
    /** Appends a text as what it means, or returns why it is nothing of the kind. */
    Optional<String> append(String text);

    void appendMissing();

    /** Returns what a sparse row leaves out, where it can. */
    Optional<String> zero();

    /** Returns all that was appended. */
    Column<?> column();
}

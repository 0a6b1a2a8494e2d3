package himalia.storage;

import java.io.IOException;
import java.util.List;

/** Columns without a name, which a table may have and most files may not. */
final class NamelessColumns {
    private NamelessColumns() {}

    /**
     * Refuses them before anything is written.
     *
     * @param where each needs a name, as in {@code in such a file}
     */
    static void refuse(List<String> names, String where) throws IOException {
        int place = names.indexOf("");
        if (place >= 0) {
            throw BadFile.because(
                    "column %d of %d has no name, and each needs one %s: give it one, table.column(%d).setName(\"a\")"
                            .formatted(place + 1, names.size(), where, place));
        }
    }

    /** Refuses them where a format cannot hold them, or would not be read with them again. */
    static void refuse(List<String> names, Format format) throws IOException {
        switch (format) {
            case CSV, PARQUET, JSON, JSON_LINES, AVRO, EXCEL -> refuse(names, "in such a file");
            case ARROW, LIBSVM, ARFF, NUMPY -> {}
        }
    }
}

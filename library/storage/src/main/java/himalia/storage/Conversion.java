package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Listed;
import himalia.storage.ValueHash.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a conversion did.
 *
 * <pre>{@code
 * Conversion done = Storage.convert(Path.of("trips.csv"), Path.of("trips.parquet"));
 * done.ratio()   // 0.21: a fifth of the bytes
 * done.verify()  // both files are read again: every column has the same checksum
 * }</pre>
 *
 * @param from the file that was read
 * @param to the file that was written
 * @param rows how many rows both have
 * @param columns how many columns both have
 * @param bytesBefore the size of {@code from}
 * @param bytesAfter the size of {@code to}
 * @param lost what {@code to} does not hold as it was, by column; nothing, unless {@link ConvertOptions#lossy()} was said, but
 *     for texts that are read from a CSV file as something else
 * @param files those that were read, where they were named one by one; none where {@code from} says which
 * @param options what of them was taken, and how CSV files were read
 */
public record Conversion(
        Path from,
        Path to,
        long rows,
        int columns,
        long bytesBefore,
        long bytesAfter,
        List<String> lost,
        List<Path> files,
        ConvertOptions options) {
    private static final int LISTED = 20;

    public Conversion {
        given(from, "from");
        given(to, "to");
        lost = List.copyOf(given(lost, "lost"));
        files = List.copyOf(given(files, "files"));
        given(options, "options", "take ConvertOptions.defaults()");
    }

    /** Makes one of all that a file holds. */
    public Conversion(
            Path from,
            Path to,
            long rows,
            int columns,
            long bytesBefore,
            long bytesAfter,
            List<String> lost) {
        this(
                from,
                to,
                rows,
                columns,
                bytesBefore,
                bytesAfter,
                lost,
                List.of(),
                ConvertOptions.defaults());
    }

    /** Makes one that lost nothing. */
    public Conversion(
            Path from, Path to, long rows, int columns, long bytesBefore, long bytesAfter) {
        this(from, to, rows, columns, bytesBefore, bytesAfter, List.of());
    }

    /**
     * Reads both files again, and compares them column by column; of the first, what was taken.
     *
     * @return what both have
     * @throws IOException if a column of the new file is another one, naming it
     */
    public Checksums verify() throws IOException {
        return verify(options);
    }

    /** Does the same as {@link #verify()}, and reads the first file with other options. */
    public Checksums verify(CsvOptions options) throws IOException {
        return verify(this.options.csv(options));
    }

    /** Does the same as {@link #verify()}, and takes other columns and rows of the first file. */
    public Checksums verify(ConvertOptions options) throws IOException {
        var read =
                files.isEmpty()
                        ? ConvertedFiles.of(from, options.csv())
                        : ConvertedFiles.of(files, options.csv());
        var before = Checksums.of(read, options, Way.VALUES);
        var after = Checksums.of(to);
        var different = before.differences(after);
        if (!different.isEmpty()) {
            different = without(different, read, options, Way.TEXTS_OF_OTHERS, Way.TEXTS);
        }
        if (!different.isEmpty()) {
            different = without(different, read, options, Way.FLOATS_OF_FLOATS, Way.FLOATS);
        }
        if (!different.isEmpty()) {
            throw BadFile.because(
                    "%s does not hold what %s does: %d of %d columns have other values or types, or other rows: %s%s"
                            .formatted(
                                    to.getFileName(),
                                    from.getFileName(),
                                    different.size(),
                                    before.columns().size(),
                                    Listed.of(different, LISTED),
                                    lost.isEmpty() ? "" : "; lost: " + String.join("; ", lost)));
        }
        return after;
    }

    /**
     * Leaves out those that hold the same otherwise: numbers or times that are texts in the new file, each with all its digits, and
     * floats in digits that are read as the same float, of which there are many.
     */
    private List<String> without(
            List<String> different,
            ConvertedFiles files,
            ConvertOptions options,
            Way old,
            Way written)
            throws IOException {
        var before = Checksums.of(files, options, old);
        var after = Checksums.of(to, written);
        return different.stream()
                .filter(
                        name ->
                                before.rows() != after.rows()
                                        || !before.columns().containsKey(name)
                                        || !before.columns()
                                                .get(name)
                                                .equals(after.columns().get(name)))
                .toList();
    }

    /** Returns the new size as a share of the old one. */
    public double ratio() {
        return bytesBefore == 0 ? 1 : (double) bytesAfter / bytesBefore;
    }
}

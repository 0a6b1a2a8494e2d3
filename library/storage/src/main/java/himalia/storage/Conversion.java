package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.nio.file.Path;

/**
 * What a conversion did.
 *
 * <pre>{@code
 * Conversion done = Storage.convert(Path.of("trips.csv"), Path.of("trips.parquet"));
 * done.ratio()   // 0.21: a fifth of the bytes
 * }</pre>
 *
 * @param from the file that was read
 * @param to the file that was written
 * @param rows how many rows both have
 * @param columns how many columns both have
 * @param bytesBefore the size of {@code from}
 * @param bytesAfter the size of {@code to}
 */
public record Conversion(
        Path from, Path to, long rows, int columns, long bytesBefore, long bytesAfter) {
    public Conversion {
        given(from, "from");
        given(to, "to");
    }

    /** Returns the new size as a share of the old one. */
    public double ratio() {
        return bytesBefore == 0 ? 1 : (double) bytesAfter / bytesBefore;
    }
}

package himalia.storage;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Shows a conversion as one line.
 *
 * <pre>{@code
 * display(Storage.convert(Path.of("trips.csv"), Path.of("trips.parquet")));   // trips.csv (by row, as text) → …
 * }</pre>
 */
public final class ConversionRenderer implements Renderer<Conversion> {
    @Override
    public Class<Conversion> type() {
        return Conversion.class;
    }

    @Override
    public MimeBundle render(Conversion done) {
        return MimeBundle.plain(
                String.format(
                        Locale.ROOT,
                        "%s (%s) → %s (%s): %,d rows, %,d columns, %s → %s (%.0f %%)",
                        done.from().getFileName(),
                        layout(done.from()),
                        done.to().getFileName(),
                        layout(done.to()),
                        done.rows(),
                        done.columns(),
                        size(done.bytesBefore()),
                        size(done.bytesAfter()),
                        100 * done.ratio()));
    }

    private static String layout(Path file) {
        return Format.of(file).layout();
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}

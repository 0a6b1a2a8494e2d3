package himalia.storage;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.nio.file.Files;
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
        var held = counted(done.rows(), "row") + ", " + counted(done.columns(), "column");
        boolean written = done.from().equals(done.to());
        var lost = done.lost().isEmpty() ? "" : "\nlost: " + String.join("\n      ", done.lost());
        return MimeBundle.plain(
                written
                        ? "%s: %s, %s".formatted(file(done.to()), held, size(done.bytesAfter()))
                        : String.format(
                                        Locale.ROOT,
                                        "%s → %s: %s, %s → %s (%.0f %%)",
                                        file(done.from()),
                                        file(done.to()),
                                        held,
                                        size(done.bytesBefore()),
                                        size(done.bytesAfter()),
                                        100 * done.ratio())
                                + lost);
    }

    private static String file(Path file) {
        // A folder, or a pattern, is no file with a layout.
        boolean isMany = Format.find(file).isEmpty() && Files.isDirectory(file);
        return file.getFileName() + (isMany ? "" : " (" + layout(file) + ")");
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String layout(Path file) {
        // What has another ending was read with the options of CSV.
        return Format.find(file).orElse(Format.CSV).layout();
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

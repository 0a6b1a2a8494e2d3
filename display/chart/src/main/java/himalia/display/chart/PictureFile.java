package himalia.display.chart;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes a picture in the form that its file's name asks for. */
final class PictureFile {
    private PictureFile() {}

    static Path save(Path file, Supplier<byte[]> png, Supplier<String> svg, Supplier<byte[]> pdf)
            throws IOException {
        var name = String.valueOf(file.getFileName());
        var end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        // What cannot be drawn leaves no folder and no file.
        var bytes =
                switch (end) {
                    case "png" -> png.get();
                    case "svg" -> svg.get().getBytes(StandardCharsets.UTF_8);
                    case "pdf" -> pdf.get();
                    default ->
                            throw new IllegalArgumentException(
                                    "a chart is saved as .png, .svg or .pdf, got '"
                                            + name
                                            + "'; name the file chart.png");
                };
        var folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        WholeFile.write(file, out -> out.write(bytes));
        return file;
    }
}

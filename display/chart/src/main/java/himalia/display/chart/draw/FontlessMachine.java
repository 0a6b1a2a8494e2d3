package himalia.display.chart.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Lets AWT start on a Linux machine without fonts or without fontconfig, as small containers are.
 *
 * <p>There the JDK refuses to draw even shapes ("Fontconfig head is null"). It also reads a list of fonts from a file,
 * asks fontconfig nothing then, and is content with one font: ours.
 */
final class FontlessMachine {
    private static final String SETTING = "sun.awt.fontconfig";
    private static final List<String> FONTS =
            List.of("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts");
    private static final List<String> LIBRARIES =
            List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib");

    private static final List<String> CONFIGURATIONS =
            List.of("/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf");

    private static boolean prepared;

    private FontlessMachine() {}

    /** Must run before AWT looks for fonts the first time; later calls do nothing. */
    static synchronized void prepare() {
        if (!prepared) {
            prepared = true;
            lookAround();
        }
    }

    private static void lookAround() {
        if (System.getProperty("os.name", "").startsWith("Linux")
                && System.getProperty(SETTING) == null
                && !(hasFonts() && hasFontconfig() && isConfigured())) {
            try {
                System.setProperty(SETTING, write().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot write the list of fonts to the temporary folder", e);
            }
        }
    }

    private static boolean hasFonts() {
        var home = System.getProperty("user.home", "/");
        var folders = new ArrayList<>(FONTS);
        folders.add(home + "/.fonts");
        folders.add(home + "/.local/share/fonts");
        return folders.stream()
                .anyMatch(folder -> holds(Path.of(folder), 5, ".ttf", ".otf", ".ttc", ".pfb"));
    }

    private static boolean hasFontconfig() {
        // It is linked with freetype, and does not load without.
        return List.of("libfontconfig.so.1", "libfreetype.so.6").stream()
                .allMatch(
                        library ->
                                LIBRARIES.stream()
                                        .anyMatch(folder -> holds(Path.of(folder), 2, library)));
    }

    /** Without its configuration fontconfig finds no font, however many there are. */
    private static boolean isConfigured() {
        return System.getenv("FONTCONFIG_FILE") != null
                || System.getenv("FONTCONFIG_PATH") != null
                || CONFIGURATIONS.stream().anyMatch(file -> Files.exists(Path.of(file)));
    }

    private static boolean holds(Path folder, int depth, String... endings) {
        try (var files =
                Files.find(
                        folder,
                        depth,
                        (file, about) -> !about.isDirectory() && ends(file, endings))) {
            return files.findFirst().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean ends(Path file, String... endings) {
        var name = file.toString();
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }

    private static Path write() throws IOException {
        var folder = Files.createTempDirectory("himalia-fonts");
        var font = folder.resolve("Inter-Regular.otf");
        try (var file =
                Objects.requireNonNull(
                        FontlessMachine.class.getResourceAsStream("Inter-Regular.otf"))) {
            Files.copy(file, font);
        }
        var list =
                new StringBuilder(
                        "version=1\nsequence.allfonts=latin-1\nfilename.Inter=" + font + "\n");
        for (var family : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
            for (var style : List.of("plain", "bold", "italic", "bolditalic")) {
                list.append(family).append('.').append(style).append(".latin-1=Inter\n");
            }
        }
        var file = Files.writeString(folder.resolve("fontconfig.properties"), list);
        for (var left : List.of(folder, font, file)) {
            left.toFile().deleteOnExit();
        }
        return file;
    }
}

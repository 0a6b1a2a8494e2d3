package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names of files as they are typed: {@code ~} is the user's home, and an address of the web is no file. */
final class FileNames {
    private static final String NAME_ONE = "name a file, such as train.csv";

    /** A drive of Windows has one letter. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+]+:/.*");

    private FileNames() {}

    static Path of(String file) {
        check(given(file, "file", NAME_ONE));
        return of(Path.of(file));
    }

    static Path of(Path file) {
        // A path makes one slash of the two of an address.
        check(given(file, "file", NAME_ONE).toString());
        return file.startsWith("~") && file.getNameCount() > 1
                ? Path.of(System.getProperty("user.home"))
                        .resolve(file.subpath(1, file.getNameCount()))
                : file;
    }

    /** As it can be typed between quotes on any system. */
    static String typed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static void check(String file) {
        // The path of an empty name is this folder, which nobody meant.
        if (file.isBlank()) {
            throw new IllegalArgumentException("the name of the file is empty; " + NAME_ONE);
        }
        if (ADDRESS.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is an address, not a file: fetch it first, with try (var in = URI.create(address).toURL().openStream()) { Files.copy(in, Path.of(\"data.csv\")); }"
                            .formatted(file));
        }
    }
}

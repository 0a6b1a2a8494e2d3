package himalia.magics.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which types a cell may name without an import: those of the JDK that JShell imports, and what jars say. */
final class ImportedNames {
    private static final String FILE = "META-INF/himalia/imports.txt";
    private static final List<String> PACKAGES =
            List.of(
                    "java.lang",
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio.file",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.function",
                    "java.util.prefs",
                    "java.util.regex",
                    "java.util.stream",
                    "java.time");

    private final Set<String> said = new HashSet<>();

    ImportedNames() {
        try {
            var files = ClassLoader.getSystemClassLoader().getResources(FILE).asIterator();
            while (files.hasNext()) {
                try (var in = files.next().openStream()) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    text.lines().map(String::strip).forEach(said::add);
                }
            }
        } catch (IOException e) {
            // Long names are right too.
            System.getLogger("himalia.magics")
                    .log(System.Logger.Level.DEBUG, "what need not be imported", e);
        }
    }

    /** Returns the short name of a type that is imported, the long one of others. */
    String of(Class<?> type) {
        if (type.isPrimitive()) {
            return type.getName();
        }
        if (type.getEnclosingClass() != null) {
            return of(type.getEnclosingClass()) + "." + type.getSimpleName();
        }
        boolean imported =
                said.contains(type.getName()) || PACKAGES.contains(type.getPackageName());
        return imported ? type.getSimpleName() : type.getName();
    }
}

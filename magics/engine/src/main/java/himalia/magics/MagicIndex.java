package himalia.magics;

import com.google.gson.GsonBuilder;
import com.google.gson.stream.JsonReader;
import himalia.magics.spi.JoinedMagics;
import himalia.magics.spi.MagicDescription;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is known of the magics before one of them is loaded: a file that the build makes from their annotations. The
 * kernel process reads it for completion and for the types of lines; the worker reads it to load only the magic it runs.
 */
public final class MagicIndex {
    static final String RESOURCE = "META-INF/himalia/magics.json";

    private MagicIndex() {}

    /**
     * Writes the index of the magics whose classes lie in the folder that the index is to lie in.
     *
     * @param arguments the file, in {@code META-INF/himalia} of a folder of classes
     */
    public static void main(String[] arguments) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        var file = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(file.resolveSibling("."));
        var classes = file.resolveSibling("../..").toRealPath();
        var all =
                new RegisteredMagics(loader, type -> isIn(classes, type))
                        .describe().stream()
                                .sorted(Comparator.comparing(MagicDescription::key))
                                .map(MagicDescription::fields)
                                .toList();
        Files.writeString(file, gson.toJson(all) + "\n");
    }

    /** Returns the magics of every index file, by name. */
    static SortedMap<String, MagicDescription> read(ClassLoader loader) throws IOException {
        var all = new ArrayList<MagicDescription>();
        var files = loader.getResources(RESOURCE).asIterator();
        while (files.hasNext()) {
            var file = files.next();
            try (var in = file.openStream();
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                all.addAll(described(JsonValues.read(new JsonReader(reader))));
            } catch (IOException | RuntimeException e) {
                // One jar's slip, or of a later form: the others' magics are there.
                System.getLogger("himalia.magics")
                        .log(System.Logger.Level.WARNING, "the magics of " + file + ": " + e);
            }
        }
        return JoinedMagics.of(all);
    }

    /** Returns every magic that a services file names, read from its class. */
    static SortedMap<String, MagicDescription> registered(ClassLoader loader) {
        return JoinedMagics.of(new RegisteredMagics(loader, type -> true).describe());
    }

    private static boolean isIn(Path classes, Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        try {
            return source != null
                    && Path.of(source.getLocation().toURI()).toRealPath().equals(classes);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalArgumentException(type + " lies at " + source.getLocation(), e);
        }
    }

    private static List<MagicDescription> described(Object index) {
        var all = new ArrayList<MagicDescription>();
        if (index instanceof List<?> list) {
            for (var each : list) {
                if (each instanceof Map<?, ?> fields) {
                    all.add(MagicDescription.of(fields));
                }
            }
        }
        return all;
    }
}

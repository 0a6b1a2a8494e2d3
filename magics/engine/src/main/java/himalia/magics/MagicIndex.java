package himalia.magics;

import com.google.gson.GsonBuilder;
import com.google.gson.stream.JsonReader;
import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicDescription;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the magics before one of them is loaded: a file that the build makes from their annotations. The
 * kernel process reads it for completion and for the types of lines; the worker reads it to load only the magic it runs.
 */
public final class MagicIndex {
    static final String RESOURCE = "META-INF/himalia/magics.json";

    private MagicIndex() {}

    /** Writes the index of the magics on the class path to the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        var all = registered(loader).values().stream().map(MagicDescription::fields).toList();
        var file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, gson.toJson(all) + "\n");
    }

    /** Returns the magics of every index file, by name. */
    static SortedMap<String, MagicDescription> read(ClassLoader loader) throws IOException {
        var found = new TreeMap<String, MagicDescription>();
        var files = loader.getResources(RESOURCE).asIterator();
        while (files.hasNext()) {
            var file = files.next();
            try (var in = file.openStream();
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                for (var magic : described(JsonValues.read(new JsonReader(reader)))) {
                    found.putIfAbsent(magic.key(), magic);
                }
            } catch (IOException | RuntimeException e) {
                // One jar's slip, or of a later form: the others' magics are there.
                System.getLogger("himalia.magics")
                        .log(System.Logger.Level.WARNING, "the magics of " + file + ": " + e);
            }
        }
        return found;
    }

    /** Returns every magic that a services file names, read from its class. */
    static SortedMap<String, MagicDescription> registered(ClassLoader loader) {
        var found = new TreeMap<String, MagicDescription>();
        for (var joint : List.of(LineMagic.class, CellMagic.class, AroundMagic.class)) {
            for (var magic : ServiceLoader.load(joint, loader)) {
                for (var named : AnnotatedMagic.named(magic)) {
                    found.putIfAbsent(named.key(), named);
                }
            }
        }
        return found;
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

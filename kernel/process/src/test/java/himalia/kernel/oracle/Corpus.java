package himalia.kernel.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sequences written by hand: text files by topic, {@code #### name} before each sequence and a line {@code %%%%}
 * between its cells.
 */
final class Corpus {
    private Corpus() {}

    /** Returns all of them. */
    static List<Sequence> read() {
        try (var files = Files.list(folder())) {
            var all = new ArrayList<Sequence>();
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(".txt") && !file.endsWith("known.txt")) {
                    all.addAll(read(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the names of what differs today, each as {@code name way}, with the reason; {@code @17} before a name: on
     * that JDK alone.
     */
    static Map<String, String> known() {
        try {
            var known = new TreeMap<String, String>();
            var own = "@" + Runtime.version().feature() + " ";
            for (var each : Files.readAllLines(folder().resolve("known.txt"))) {
                var line = each.startsWith(own) ? each.substring(own.length()) : each;
                if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("@")) {
                    int colon = line.indexOf(": ");
                    known.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sequences of a file. */
    static List<Sequence> read(Path file) throws IOException {
        var found = new ArrayList<Sequence>();
        var topic = file.getFileName().toString().replace(".txt", "");
        for (var text : Files.readString(file).split("(?m)^#### ")) {
            if (!text.isBlank()) {
                int end = text.indexOf('\n');
                var cells = text.substring(end + 1).stripTrailing().split("\n%%%%\n");
                found.add(
                        new Sequence(topic + "/" + text.substring(0, end).strip(), List.of(cells)));
            }
        }
        return found;
    }

    private static Path folder() {
        var resource = Corpus.class.getResource("known.txt");
        if (resource == null) {
            throw new IllegalStateException("no corpus beside " + Corpus.class);
        }
        try {
            return Path.of(resource.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

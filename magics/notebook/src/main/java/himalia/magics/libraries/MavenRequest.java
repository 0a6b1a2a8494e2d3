package himalia.magics.libraries;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code %maven} asks of the kernel. */
final class MavenRequest {
    private static final Pattern RANGE = Pattern.compile("[^\\[(]+:[\\[(].*");

    /** One whose last bracket has not closed, or behind which a comma says that another follows. */
    private static final Pattern OPEN_RANGE =
            Pattern.compile("[^\\[(]+:(?=[\\[(])(?:[\\[(][^\\])]*[\\])],)*(?:[\\[(][^\\])]*)?");

    private final Notebook notebook;
    private final List<String> coordinates;
    private final Map<String, List<String>> asked = new LinkedHashMap<>();

    MavenRequest(Notebook notebook, List<String> words, List<String> repositories) {
        var coordinates = coordinates(words);
        for (var one : coordinates) {
            if (!one.matches("[^:\\s]+(:[^:\\s]+){1,4}")) {
                throw new MagicException(
                        "'"
                                + one
                                + "' is no coordinate; write group:artifact:version, such as"
                                + " org.apache.commons:commons-math3:3.6.1");
            }
        }
        repositories.forEach(url -> RepositoryUrl.check("%maven --repository", url));
        this.notebook = notebook;
        this.coordinates = coordinates;
        asked.put("coordinates", coordinates);
        asked.put("repositories", repositories);
    }

    /** A range may be written with blanks, {@code [1.0, 2.0)}, which part words. */
    static List<String> coordinates(List<String> words) {
        var all = new ArrayList<String>();
        for (var word : words) {
            int last = all.size() - 1;
            if (last >= 0 && OPEN_RANGE.matcher(all.get(last)).matches()) {
                all.set(last, all.get(last) + word);
            } else {
                all.add(word);
            }
        }
        all.replaceAll(each -> RANGE.matcher(each).matches() ? each.replaceAll("\\s+", "") : each);
        return List.copyOf(all);
    }

    /** The sources are wanted too. */
    void sources(boolean wanted) {
        if (wanted) {
            asked.put("sources", coordinates);
        }
    }

    /** The libraries shall stand before those that are there from the start. */
    void first(boolean wanted) {
        if (wanted) {
            asked.put("first", List.of("true"));
        }
    }

    /** No version shall be exchanged for one that fits what is loaded. */
    void exact(boolean wanted) {
        if (wanted) {
            asked.put("exact", List.of("true"));
        }
    }

    /** All shall be told, also what does no harm. */
    void verbose(boolean wanted) {
        if (wanted) {
            asked.put("verbose", List.of("true"));
        }
    }

    /** Nothing shall be fetched. */
    void offline(boolean wanted) {
        if (wanted) {
            asked.put("offline", List.of("true"));
        }
    }

    /** Maven's settings are elsewhere. */
    void settings(@Nullable Path file) {
        if (file != null) {
            asked.put("settings", List.of(notebook.directory().resolve(file).toString()));
        }
    }

    /** Asks, and writes or heeds a lock file. */
    MavenReport send(@Nullable Path lock) throws IOException {
        var file = lock == null ? null : notebook.directory().resolve(lock);
        boolean locked = file != null && Files.exists(file);
        if (locked) {
            asked.put("locked", Files.readAllLines(file));
        }
        var answer = Fetching.ask(notebook, asked);
        if (file != null && !locked && answer instanceof Map<?, ?> map) {
            Files.write(file, MavenReport.texts(map.get("lock")));
        }
        return MavenReport.of(coordinates, answer);
    }
}
